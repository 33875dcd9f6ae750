package io.updraft.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.fleet.http.Call;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * A subscription to live data.
 *
 * @param address of the WebSocket, with the token for one connection
 */
record LiveSubscription(String id, URI address) {
  private static final int MOST_FREQUENT_MILLIS = 100;

  /** To the points and alerts of these devices. */
  static LiveSubscription to(Operator operator, List<String> devices) throws InterruptedException {
    Map<String, ?> wish =
        Map.of("device_ids", devices, "max_frequency", MOST_FREQUENT_MILLIS, "alerts", true);
    JsonNode answer =
        operator
            .api()
            .send(Call.post("/api/v1/telemetry/subscribe", wish), operator.admin())
            .require("subscribe")
            .body();
    return new LiveSubscription(
        answer.path("subscription_id").asText(),
        URI.create(
            answer.path("websocket_url").asText() + "?token=" + answer.path("token").asText()));
  }
}
