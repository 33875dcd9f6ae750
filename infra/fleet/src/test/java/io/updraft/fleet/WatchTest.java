package io.updraft.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What it asks for and how it is refused; that it shows messages is in the system tests. */
@Timeout(60)
class WatchTest {
  @TempDir private Path data;
  private final List<String> asked = new ArrayList<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/v1/telemetry/subscribe", this::refuse);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void refuse(HttpExchange exchange) throws IOException {
    asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    byte[] answer = "{\"code\":\"CONFLICT\"}".getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(409, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private record Run(int status, String output) {}

  private Run watch(String... options) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    List<String> all = new ArrayList<>(List.of("--url", url, "--data", data.toString()));
    all.addAll(List.of("--admin-key", "key"));
    all.addAll(Arrays.asList(options));
    PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);
    int status = Watch.commandLine(out).execute(all.toArray(String[]::new));
    return new Run(status, output.toString(StandardCharsets.UTF_8));
  }

  @Test
  void asksForWhatTheOptionsSayAndTellsARefusal() {
    Run run =
        watch(
            "--device", "d1", "--device", "d2", "--tag", "room=7", "--every", "500", "--no-alerts");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.output()).contains("refused", "CONFLICT");
    assertThat(asked).hasSize(1);
    assertThat(asked.getFirst())
        .contains("[\"d1\",\"d2\"]", "{\"room\":\"7\"}", "500")
        .contains("\"alerts\":false", "\"points\":true");
  }

  @Test
  void knowsAWrongOption() {
    assertThat(watch("--frequency", "1").status()).isEqualTo(2);
    assertThat(asked).isEmpty();
  }
}
