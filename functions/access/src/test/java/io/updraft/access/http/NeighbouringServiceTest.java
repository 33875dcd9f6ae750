package io.updraft.access.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.updraft.lambda.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NeighbouringServiceTest {
  private HttpServer server;
  private int status = 200;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/health",
        exchange -> {
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private NeighbouringService service() {
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    return new NeighbouringService("notification", address);
  }

  @Test
  void isReachedWhereItAnswers() {
    assertThatCode(service()::reach).doesNotThrowAnyException();
  }

  @Test
  void isNotReachedWhereItIsUnwell() {
    status = 503;

    assertThatThrownBy(service()::reach).hasMessage("status 503");
  }

  @Test
  void isNotReachedWhereNobodyIs() {
    server.stop(0);

    assertThatThrownBy(service()::reach).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void isADependencyWhereItIsConfigured() {
    assertThat(NeighbouringService.all(Environment.of(Map.of()))).isEmpty();
    assertThat(
            NeighbouringService.all(
                Environment.of(
                    Map.of(
                        "NOTIFICATION_SERVICE_URL", "https://notify",
                        "DEVICE_SERVICE_URL", "https://devices"))))
        .extracting(NeighbouringService::name)
        .containsExactly("notification", "device_service");
  }
}
