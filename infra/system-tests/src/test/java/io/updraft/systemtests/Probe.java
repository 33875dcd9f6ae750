package io.updraft.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tells when all that a device has sent has been judged, also where that breaks no rule: what it
 * sends is judged in order, so a point of a rule that is always broken is sent after it.
 */
final class Probe {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String METRIC = "probe";

  private final AlertApi api;
  private final Instant start;
  private final String rule;
  private final AtomicInteger last = new AtomicInteger();

  private Probe(AlertApi api, Instant start, String rule) {
    this.api = api;
    this.start = start;
    this.rule = rule;
  }

  /** Makes its rule. */
  static Probe at(AlertApi api, Instant start) throws InterruptedException {
    Map<String, ?> rule = Map.of("name", METRIC, "metric_name", METRIC, "condition", "> 0");
    return new Probe(api, start, api.rule(rule));
  }

  /** Waits until all that the device has sent so far has been judged. */
  void awaitJudged(String device) throws Exception {
    int value = last.incrementAndGet();
    Instant time = start.plusMillis(value);
    api.send(
        device,
        List.of(Map.of("timestamp", time.toString(), "metric_name", METRIC, "value", value)));
    List<JsonNode> alerts =
        Eventually.read(PATIENCE, () -> api.alertsOf(device), all -> isJudged(all, value));
    assertThat(isJudged(alerts, value)).as("judged: %s", alerts).isTrue();
  }

  private boolean isJudged(List<JsonNode> alerts, int value) {
    return alerts.stream()
        .anyMatch(alert -> isOwn(alert) && alert.path("current_value").asInt() == value);
  }

  /** Whether an alert is only that of the probe. */
  boolean isOwn(JsonNode alert) {
    return alert.path("rule_id").asText().equals(rule);
  }
}
