package io.updraft.fleet.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.fleet.http.Json;
import io.updraft.fleet.http.TokenCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The runtime that is measured: one that runs already, or one of the bench's own. */
final class Target implements AutoCloseable {
  private static final String FILE = "runtime.json";
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final long PACE_MILLIS = 200;
  private static final int STOP_SECONDS = 20;

  private final Path data;
  private final Path scripts;
  private final Optional<Process> own;

  private Target(Path data, Path scripts, Optional<Process> own) {
    this.data = data;
    this.scripts = scripts;
    this.own = own;
  }

  /** The runtime that uses the folder. */
  static Target running(Path data, Path scripts) {
    return new Target(data, scripts, Optional.empty());
  }

  /** A new runtime on a new folder and a free port, gone when this is closed. */
  static Target started(Path scripts) throws IOException, InterruptedException {
    Path data = Files.createTempDirectory("updraft-bench");
    Process process =
        new ProcessBuilder(
                scripts.resolve("run").toString(), "--data", data.toString(), "--port", freePort())
            .redirectErrorStream(true)
            .redirectOutput(data.resolve("output.log").toFile())
            .start();
    Target target = new Target(data, scripts, Optional.of(process));
    try {
      target.awaitReady(process);
      return target;
    } catch (IOException | InterruptedException e) {
      target.close();
      throw e;
    }
  }

  private void awaitReady(Process process) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (Files.notExists(data.resolve(FILE))) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new IOException(
            "the runtime did not start:\n" + Files.readString(data.resolve("output.log")));
      }
      Thread.sleep(PACE_MILLIS);
    }
  }

  URI url() {
    return URI.create(file().path("gateway").asText());
  }

  /** The JVM and the servers beneath it. */
  ProcessCosts costs() {
    return new ProcessCosts(
        file().path("pids").properties().stream().map(e -> e.getValue().asLong()).toList());
  }

  /** The database server alone. */
  ProcessCosts databaseCosts() {
    return new ProcessCosts(List.of(file().path("pids").path("dynamodb").asLong()));
  }

  /** Where the database server listens. */
  URI database() {
    return URI.create(file().path("dynamodb").asText());
  }

  /** Where events are published. */
  URI nats() {
    return URI.create(file().path("nats").asText());
  }

  TokenCommand admin() {
    return new TokenCommand(
        List.of(scripts.resolve("token").toString(), "--role", "admin", "--data", data.toString()));
  }

  Path data() {
    return data;
  }

  private JsonNode file() {
    try {
      return Json.lenient(Files.readString(data.resolve(FILE)));
    } catch (IOException e) {
      throw new UncheckedIOException("no runtime uses " + data, e);
    }
  }

  private static String freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return Integer.toString(socket.getLocalPort());
    }
  }

  @Override
  public void close() {
    own.ifPresent(
        process -> {
          stop(process);
          deleteData();
        });
  }

  private static void stop(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void deleteData() {
    try (Stream<Path> all = Files.walk(data)) {
      all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException leftToTheSystem) {
      // It is in the folder for temporary files.
    }
  }
}
