package io.updraft.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.updraft.servers.Ports;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A runtime on a data folder and a port of its own. All of it is gone when this is closed. */
final class RuntimeProcess implements AutoCloseable {
  private static final Duration READY = Duration.ofSeconds(90);
  private static final int STOP_SECONDS = 30;
  private static final Path OUTPUTS = Path.of("target/runtimes").toAbsolutePath();

  private final Path data;
  private final int port;
  private final List<String> options;
  private final Thread atExit = new Thread(this::kill, "kill the runtime");
  private volatile Process process;
  private Path output;

  private RuntimeProcess(Path data, int port, List<String> options) throws IOException {
    this.data = data;
    this.port = port;
    this.options = options;
    this.output = newOutput();
    this.process = launch(output);
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** Starts a runtime with further options, and returns when it is ready. */
  static RuntimeProcess start(Path data, String... options) throws Exception {
    RuntimeProcess runtime = new RuntimeProcess(data, Ports.free(), List.of(options));
    try {
      runtime.awaitReady();
      return runtime;
    } catch (Exception | AssertionError e) {
      runtime.close();
      throw e;
    }
  }

  /** Starts a runtime, and does not wait for it. */
  static RuntimeProcess launched(Path data) throws IOException {
    return new RuntimeProcess(data, Ports.free(), List.of());
  }

  /** Starts it again after it has ended, on the same folder and port. */
  void startAgain() throws Exception {
    output = newOutput();
    process = launch(output);
    awaitReady();
  }

  /** {@code kill -9} of everything at once, as when the power fails. */
  void kill() {
    ProcessTree.of(process).kill();
  }

  /** Asks it to stop; returns the exit status. */
  int stop() throws InterruptedException {
    process.destroy();
    return awaitEnd();
  }

  int awaitEnd() throws InterruptedException {
    assertThat(process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)).as("it ends").isTrue();
    return process.exitValue();
  }

  ProcessTree processes() {
    return ProcessTree.of(process);
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** What the runtime tells scripts: where its parts are. */
  JsonNode file() throws IOException {
    return new ObjectMapper().readTree(data.resolve("runtime.json").toFile());
  }

  /** What it has written since its last start. */
  String output() throws IOException {
    return Files.readString(output);
  }

  private Process launch(Path output) throws IOException {
    List<String> command = new ArrayList<>(RuntimeCommand.of(data, port));
    command.addAll(options);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }

  private void awaitReady() throws Exception {
    boolean _ =
        Eventually.read(READY, () -> isReady() || !process.isAlive(), Boolean::booleanValue);
    assertThat(output()).contains("Updraft is ready");
  }

  private boolean isReady() throws IOException {
    return output().contains("Updraft is ready");
  }

  private static Path newOutput() throws IOException {
    Files.createDirectories(OUTPUTS);
    return Files.createTempFile(OUTPUTS, "runtime-", ".log");
  }

  @Override
  public void close() {
    ProcessTree all = ProcessTree.of(process);
    process.destroy();
    try {
      boolean _ = process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException timeIsUp) {
      Thread.currentThread().interrupt();
    }
    all.kill();
    Runtime.getRuntime().removeShutdownHook(atExit);
  }
}
