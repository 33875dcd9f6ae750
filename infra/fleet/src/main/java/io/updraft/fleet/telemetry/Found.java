package io.updraft.fleet.telemetry;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** What the server tells of one device. */
final class Found {
  private final Map<String, Map<Instant, Object>> series = new HashMap<>();
  private int points;

  /** Takes a page of points. */
  void add(JsonNode dataPoints) {
    for (JsonNode point : dataPoints) {
      points++;
      series
          .computeIfAbsent(point.path("metric_name").asText(), _ -> new HashMap<>())
          .put(Instant.parse(point.path("timestamp").asText()), value(point.path("value")));
    }
  }

  int points() {
    return points;
  }

  Map<Instant, Object> of(String metric) {
    return series.getOrDefault(metric, Map.of());
  }

  void each(BiConsumer<String, Instant> visitor) {
    series.forEach((metric, of) -> of.keySet().forEach(time -> visitor.accept(metric, time)));
  }

  /** Numbers are the same whatever their form, {@code 1} and {@code 1.0}; anything else by type. */
  static boolean same(Object sent, Object found) {
    boolean numbers = sent instanceof Number && found instanceof Number;
    return numbers ? number(sent).compareTo(number(found)) == 0 : sent.equals(found);
  }

  private static BigDecimal number(Object number) {
    return new BigDecimal(number.toString());
  }

  private static Object value(JsonNode value) {
    return switch (value.getNodeType()) {
      case NUMBER -> value.numberValue();
      case BOOLEAN -> value.booleanValue();
      case STRING -> value.textValue();
      default -> value;
    };
  }
}
