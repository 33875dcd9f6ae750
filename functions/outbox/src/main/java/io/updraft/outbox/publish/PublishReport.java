package io.updraft.outbox.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.updraft.outbox.domain.Published;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One log line per batch, which CloudWatch also takes for metrics (embedded metric format): {@code
 * outbox_lag}, the age in milliseconds of the newest event that was just acknowledged, {@code
 * events_published} and {@code events_set_aside}.
 */
final class PublishReport {
  private static final String NAMESPACE = "Updraft";

  private final Clock clock;
  private final JsonMapper mapper = new JsonMapper();

  PublishReport(Clock clock) {
    this.clock = clock;
  }

  String line(Published published) {
    Map<String, Object> line = new LinkedHashMap<>();
    List<Map<String, String>> metrics = new ArrayList<>();
    line.put("message", "outbox batch");
    count("events_published", published.acknowledged(), line, metrics);
    count("events_set_aside", published.setAside(), line, metrics);
    if (published.newest() != null) {
      line.put("outbox_lag", Duration.between(published.newest(), clock.instant()).toMillis());
      metrics.add(metric("outbox_lag", "Milliseconds"));
    }
    if (published.stopped() != null) {
      line.put("stopped", published.stopped().reason());
    }
    line.put("_aws", directive(metrics));
    return written(line) + "\n";
  }

  private static void count(
      String name, int value, Map<String, Object> line, List<Map<String, String>> metrics) {
    line.put(name, value);
    metrics.add(metric(name, "Count"));
  }

  private static Map<String, String> metric(String name, String unit) {
    return Map.of("Name", name, "Unit", unit);
  }

  private Map<String, Object> directive(List<Map<String, String>> metrics) {
    Map<String, Object> group =
        Map.of("Namespace", NAMESPACE, "Dimensions", List.of(List.of()), "Metrics", metrics);
    return Map.of("Timestamp", clock.millis(), "CloudWatchMetrics", List.of(group));
  }

  private String written(Map<String, Object> line) {
    try {
      return mapper.writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("numbers and texts that can't be written", e);
    }
  }
}
