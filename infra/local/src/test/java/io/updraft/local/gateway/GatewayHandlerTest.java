package io.updraft.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.local.lambda.Functions;
import io.updraft.template.Template;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;

/** With no memory for any body of a kilobyte, on an API without routes. */
class GatewayHandlerTest {
  @Test
  void aRequestWithoutBodyNeedsNoMemoryForOne() throws Exception {
    assertThat(answer("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 404 ");
  }

  @Test
  void aBodyOfUnknownLengthNeedsAllThatItMayTake() throws Exception {
    assertThat(answer("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"))
        .startsWith("HTTP/1.1 503 ");
  }

  private static String answer(String request) throws Exception {
    Server server = LocalServer.create();
    try (Functions functions = new Functions(template(), Map.of())) {
      ServerConnector connector = LocalServer.listen(server, "127.0.0.1", 0);
      HttpApiGateway gateway = new HttpApiGateway(template(), functions, Clock.systemUTC());
      server.setHandler(new GatewayHandler(gateway, new BodyMemory(0, Duration.ZERO)));
      server.start();
      return sent(connector.getLocalPort(), request);
    } finally {
      server.stop();
    }
  }

  private static String sent(int port, String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      InputStream answer = socket.getInputStream();
      return new String(answer.readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  private static Template template() {
    return new Template(Map.of(), Map.of(), Map.of(), Map.of(), Optional.empty(), Optional.empty());
  }
}
