package io.updraft.fleet.telemetry;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The rule that overheated devices break: three points over 80 degrees within five minutes. */
final class HeatRule {
  static final int COUNT = 3;
  static final Duration WINDOW = Duration.ofMinutes(5);

  /** For how long a device has to be cool until its alert is resolved; the shortest there is. */
  static final Duration CLEAR = Duration.ofMinutes(5);

  private static final String METRIC = "temperature";
  private static final double LIMIT = 80;

  /** So much hotter than usual, which is never over 60. */
  private static final double HEAT = 100;

  private HeatRule() {}

  /** The fields of the rule as the API takes them. */
  static Map<String, Object> fields(String name, String group) {
    return Map.of(
        "name",
        name,
        "metric_name",
        METRIC,
        "condition",
        "> " + LIMIT,
        "level",
        "critical",
        "trigger_count",
        COUNT,
        "evaluation_window",
        WINDOW.toSeconds(),
        "auto_resolve_timeout",
        CLEAR.toSeconds(),
        "device_groups",
        List.of(group));
  }

  static boolean isOn(Point point) {
    return point.metric().equals(METRIC);
  }

  static boolean isBrokenBy(Point point) {
    return isOn(point) && ((Number) point.value()).doubleValue() > LIMIT;
  }

  /** The same point of a device that is too hot. */
  static Point heated(Point point) {
    double hotter = Math.round((((Number) point.value()).doubleValue() + HEAT) * 10) / 10.0;
    return new Point(point.metric(), point.time(), hotter, point.unit());
  }
}
