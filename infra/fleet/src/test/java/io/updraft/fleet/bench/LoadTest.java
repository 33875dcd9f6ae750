package io.updraft.fleet.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadTest {
  private final Set<String> received = ConcurrentHashMap.newKeySet();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          String path = exchange.getRequestURI().getPath();
          received.add(path + " " + body);
          byte[] answer = ("echo " + body).getBytes(StandardCharsets.UTF_8);
          // A length of 0 makes the server answer in chunks.
          exchange.sendResponseHeaders(200, path.startsWith("/chunks") ? 0 : answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Test
  void doesTheWorkOnceForEachNumber() throws Exception {
    Load.Result result =
        new Load(url(), 4)
            .times(
                50,
                (wire, number) -> {
                  Wire.Reply _ = wire.send("GET", "/" + number, "none", "");
                });

    assertThat(received).hasSize(50).contains("/0 ", "/49 ");
    assertThat(result.units()).isEqualTo(50);
    assertThat(result.latencies().count()).isEqualTo(50);
  }

  @Test
  void readsAnswersOfKnownLengthAndInChunks() throws IOException {
    try (Wire wire = new Wire(url())) {
      assertThat(wire.send("POST", "/known", "none", "ä").body()).isEqualTo("echo ä");
      assertThat(wire.send("POST", "/chunks", "none", "b").body()).isEqualTo("echo b");
      assertThat(wire.send("GET", "/known", "none", "").body()).isEqualTo("echo ");
    }
  }

  @Test
  void triesAgainWhatFailed() throws Exception {
    AtomicInteger attempts = new AtomicInteger();

    Load.Result result =
        new Load(url(), 1)
            .times(
                2,
                (wire, number) -> {
                  if (attempts.incrementAndGet() <= 3) {
                    throw new IOException("not yet");
                  }
                  Wire.Reply _ = wire.send("GET", "/" + number, "none", "");
                });

    assertThat(result.units()).isEqualTo(2);
    assertThat(result.failures()).isEqualTo(3);
    assertThat(received).containsExactlyInAnyOrder("/0 ", "/1 ");
  }

  @Test
  void failsWhereEveryAttemptAtOneUnitFails() {
    assertThatThrownBy(
            () ->
                new Load(url(), 2)
                    .times(
                        2,
                        (_, _) -> {
                          throw new IOException("refused");
                        }))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("refused");
  }
}
