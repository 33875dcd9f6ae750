package io.updraft.lambda.metrics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A log line that CloudWatch also takes for metrics (embedded metric format), in the namespace
 * {@code Updraft} and without dimensions. For one line a batch: a line a request would cost more
 * than the requests, and the gateway counts them anyway.
 */
public final class MetricLine {
  private static final String NAMESPACE = "Updraft";
  private static final JsonMapper MAPPER = new JsonMapper();

  private final Map<String, Object> fields = new LinkedHashMap<>();
  private final List<Map<String, String>> metrics = new ArrayList<>();

  public MetricLine(String message) {
    fields.put("message", message);
  }

  public MetricLine count(String name, long value) {
    return metric(name, value, "Count");
  }

  public MetricLine milliseconds(String name, long value) {
    return metric(name, value, "Milliseconds");
  }

  private MetricLine metric(String name, long value, String unit) {
    fields.put(name, value);
    metrics.add(Map.of("Name", name, "Unit", unit));
    return this;
  }

  /** A field that is no metric. */
  public MetricLine text(String name, String value) {
    fields.put(name, value);
    return this;
  }

  /** The line, with its end. */
  public String at(Instant time) {
    fields.put("_aws", directive(time));
    try {
      return MAPPER.writeValueAsString(fields) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("numbers and texts that can't be written", e);
    }
  }

  private Map<String, Object> directive(Instant time) {
    Map<String, Object> group =
        Map.of("Namespace", NAMESPACE, "Dimensions", List.of(List.of()), "Metrics", metrics);
    return Map.of("Timestamp", time.toEpochMilli(), "CloudWatchMetrics", List.of(group));
  }
}
