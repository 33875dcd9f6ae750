package io.updraft.live.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.updraft.lambda.Environment;
import io.updraft.live.domain.Sockets;
import io.updraft.live.domain.Sockets.Sent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApiGatewaySocketsTest {
  private final List<String> calls = new ArrayList<>();
  private int status = 200;
  private HttpServer server;
  private Sockets sockets;

  @BeforeEach
  void start() throws IOException {
    System.setProperty("aws.accessKeyId", "local");
    System.setProperty("aws.secretAccessKey", "local");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    sockets =
        ApiGatewaySockets.from(
            Environment.of(
                Map.of(
                    "AWS_REGION",
                    "eu-central-1",
                    "LIVE_CONNECTIONS_URL",
                    "http://127.0.0.1:%d/live".formatted(server.getAddress().getPort()))));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    calls.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
    if (status == 410) {
      exchange.getResponseHeaders().add("x-amzn-errortype", "GoneException");
    }
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  @Test
  void sendsBelowTheStage() {
    assertThat(sockets.send("Ab1=", "{}")).isEqualTo(Sent.SENT);
    sockets.close("Ab1=");

    assertThat(calls)
        .containsExactly("POST /live/@connections/Ab1%3D {}", "DELETE /live/@connections/Ab1%3D ");
  }

  @Test
  void tellsWhatIsGoneFromWhatFails() {
    status = 410;
    assertThat(sockets.send("c1", "{}")).isEqualTo(Sent.GONE);
    sockets.close("c1");
    status = 429;
    assertThat(sockets.send("c1", "{}")).isEqualTo(Sent.FAILED);
    server.stop(0);
    assertThat(sockets.send("c1", "{}")).isEqualTo(Sent.FAILED);
    sockets.close("c1");
  }
}
