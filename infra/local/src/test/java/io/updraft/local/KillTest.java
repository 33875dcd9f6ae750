package io.updraft.local;

import static io.updraft.local.Eventually.assertThatSoon;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.local.lambda.Json;
import io.updraft.local.sample.Journal;
import io.updraft.servers.DynamoDbAccess;
import io.updraft.servers.Ports;
import io.updraft.servers.ProjectFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The runtime in a JVM of its own, which is killed. */
class KillTest {
  private static final int PATIENCE_SECONDS = 30;

  @TempDir Path folder;

  @Test
  void whatWasAcknowledgedIsThereAfterAKillAndReachesItsFunction() throws Throwable {
    int port = Ports.free();
    List<String> acknowledged = new ArrayList<>();
    for (int round = 0; round < 2; round++) {
      Process runtime = startAndAwaitReady(port);
      acknowledged.addAll(put(round));
      List<ProcessHandle> children = children();
      runtime.destroyForcibly();
      for (ProcessHandle child : children) {
        child.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      }
    }
    Process last = startAndAwaitReady(port);

    assertThatSoon(
        () ->
            assertThat(Journal.lines(folder.resolve("Copy")).stream().distinct())
                .containsExactlyElementsOf(acknowledged));
    last.destroy();
    assertThat(last.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void endsWithZeroAndWithoutChildrenWhenTerminated() throws Exception {
    Process runtime = startAndAwaitReady(Ports.free());
    List<ProcessHandle> children = children();
    // Not destroy(): that closes the streams as well, to which the process may still write.
    runtime.toHandle().destroy();

    assertThat(runtime.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(runtime.exitValue()).isZero();
    assertThat(children).isNotEmpty().noneMatch(ProcessHandle::isAlive);
  }

  private Process startAndAwaitReady(int port) throws IOException {
    Path home = home();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Dupdraft.home=" + home,
                "-Dupdraft.test.journal=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                LocalRuntime.class.getName(),
                "--port",
                String.valueOf(port))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader output = process.inputReader();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith("Updraft is ready")) {
        return process;
      }
    }
    throw new AssertionError("the runtime did not start");
  }

  /** A project of its own, with the sample as its template and this one's servers. */
  private Path home() throws IOException {
    Path home = folder.resolve("a project");
    Path servers = home.resolve("infra/servers");
    if (!Files.exists(home)) {
      Files.createDirectories(servers.getParent());
      Files.createSymbolicLink(servers, ProjectFiles.root().resolve("infra/servers"));
      Files.copy(RunningSample.template(), home.resolve("template.yaml"));
    }
    return home;
  }

  private JsonNode runtimeFile() throws IOException {
    return Json.read(Files.readAllBytes(home().resolve("data").resolve(RuntimeFile.NAME)));
  }

  private List<ProcessHandle> children() throws IOException {
    JsonNode pids = runtimeFile().path("pids");
    return Stream.of("dynamodb", "nats")
        .map(name -> ProcessHandle.of(pids.path(name).longValue()).orElseThrow())
        .toList();
  }

  /** Puts items one after the other, and returns what the function is to write down of them. */
  private List<String> put(int round) throws IOException {
    int port = URI.create(runtimeFile().path("dynamodb").asText()).getPort();
    List<String> expected = new ArrayList<>();
    try (DynamoDbClient client = DynamoDbAccess.on(port, DynamoDbClient.builder()).build()) {
      for (int i = 0; i < 50; i++) {
        String key = round + "-" + i;
        client.putItem(p -> p.tableName("Orders").item(Map.of("pk", AttributeValue.fromS(key))));
        expected.add("INSERT " + key);
      }
    }
    return expected;
  }
}
