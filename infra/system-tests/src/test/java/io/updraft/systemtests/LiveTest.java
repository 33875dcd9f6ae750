package io.updraft.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.fleet.http.Call;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Points that are sent to the API come out of a WebSocket. */
@Timeout(180)
class LiveTest {
  @TempDir Path folder;

  @Test
  void pointsArriveOnTheSocketAsTheyAreStored() throws Exception {
    try (RuntimeProcess runtime = RuntimeProcess.start(folder.resolve("data"));
        HttpClient client = HttpClient.newHttpClient()) {
      Operator operator = Operator.of(runtime);
      LiveSubscription subscription = LiveSubscription.to(operator, List.of("d1"));
      URI address = subscription.address();
      LiveListener listener = new LiveListener();
      client.newWebSocketBuilder().buildAsync(address, listener).join();
      assertThatThrownBy(
              () -> client.newWebSocketBuilder().buildAsync(address, new LiveListener()).join())
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

      Client.of(runtime)
          .send(
              Client.of(runtime)
                  .request("/api/v1/telemetry/subscribe/" + subscription.id())
                  .header("Authorization", operator.admin().header())
                  .DELETE());
      assertThat(listener.closed.get(30, TimeUnit.SECONDS)).isEqualTo(1000);
    }
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
