package io.updraft.telemetry.intake;

import io.updraft.telemetry.domain.Series;
import io.updraft.telemetry.published.DataPoint;
import io.updraft.telemetry.published.Nanos;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The good points of a request being collected, metric by metric. */
final class Accepted {
  private final Map<String, List<DataPoint>> byMetric = new LinkedHashMap<>();
  private int points;
  private int outOfRange;

  void add(String metric, DataPoint point) {
    byMetric.computeIfAbsent(metric, _ -> new ArrayList<>()).add(point);
    points++;
    outOfRange += point.circumstances().outOfRange() ? 1 : 0;
  }

  int points() {
    return points;
  }

  int outOfRange() {
    return outOfRange;
  }

  /** One point per metric and time: of several the one that was sent last. */
  List<Series> series() {
    return byMetric.entrySet().stream()
        .map(metric -> new Series(metric.getKey(), ascending(metric.getValue())))
        .toList();
  }

  /** When every point has been kept as long as its metric's are. */
  Instant expiresAt(Judge judge) {
    return byMetric.entrySet().stream()
        .map(m -> Nanos.time(latest(m.getValue())).plus(judge.retention(m.getKey())))
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static long latest(List<DataPoint> points) {
    return points.stream().mapToLong(DataPoint::time).max().orElseThrow();
  }

  private static List<DataPoint> ascending(List<DataPoint> points) {
    List<DataPoint> sorted = new ArrayList<>(points);
    sorted.sort(Comparator.comparingLong(DataPoint::time)); // stable: the last sent stays last
    List<DataPoint> unique = new ArrayList<>(sorted.size());
    for (DataPoint point : sorted) {
      if (!unique.isEmpty() && unique.getLast().time() == point.time()) {
        unique.removeLast();
      }
      unique.add(point);
    }
    return unique;
  }
}
