package io.updraft.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.fleet.http.Call;
import io.updraft.fleet.http.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Points that are sent to the API come out of a WebSocket. */
@Timeout(180)
class LiveTest {
  @TempDir Path folder;

  /** Keeps what it hears. */
  private static final class Listener implements WebSocket.Listener {
    final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
    final CompletableFuture<Integer> closed = new CompletableFuture<>();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
      heard.add(Json.lenient(text.toString()));
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
      closed.complete(status);
      return null;
    }
  }

  @Test
  void pointsArriveOnTheSocketAsTheyAreStored() throws Exception {
    try (RuntimeProcess runtime = RuntimeProcess.start(folder.resolve("data"));
        HttpClient client = HttpClient.newHttpClient()) {
      Operator operator = Operator.of(runtime);
      JsonNode subscription = subscribe(operator);
      URI address =
          URI.create(
              subscription.path("websocket_url").asText()
                  + "?token="
                  + subscription.path("token").asText());
      Listener listener = new Listener();
      client.newWebSocketBuilder().buildAsync(address, listener).join();
      assertThatThrownBy(
              () -> client.newWebSocketBuilder().buildAsync(address, new Listener()).join())
          .as("the same token again")
          .hasMessageContaining("WebSocketHandshakeException");

      send(operator, "d2", 7);
      for (int value = 1; value <= 20; value++) {
        send(operator, "d1", value);
      }

      JsonNode point = listener.heard.poll(30, TimeUnit.SECONDS);
      assertThat(point.path("type").asText()).isEqualTo("point");
      assertThat(point.path("device_id").asText()).isEqualTo("d1");
      while (point.path("value").asInt() < 20) {
        point = listener.heard.poll(30, TimeUnit.SECONDS);
        assertThat(point).as("the last value").isNotNull();
      }

      String id = subscription.path("subscription_id").asText();
      Client.of(runtime)
          .send(
              Client.of(runtime)
                  .request("/api/v1/telemetry/subscribe/" + id)
                  .header("Authorization", operator.admin().header())
                  .DELETE());
      assertThat(listener.closed.get(30, TimeUnit.SECONDS)).isEqualTo(1000);
    }
  }

  private static JsonNode subscribe(Operator operator) throws InterruptedException {
    Map<String, ?> wish = Map.of("device_ids", List.of("d1"), "max_frequency", 100);
    return operator
        .api()
        .send(Call.post("/api/v1/telemetry/subscribe", wish), operator.admin())
        .require("subscribe")
        .body();
  }

  private static void send(Operator operator, String device, int value)
      throws InterruptedException {
    Map<String, ?> point =
        Map.of("timestamp", Instant.now().toString(), "metric_name", "t", "value", value);
    operator
        .api()
        .send(Call.post("/api/v1/telemetry/bulk", Map.of(device, List.of(point))), operator.admin())
        .require("send a point");
  }
}
