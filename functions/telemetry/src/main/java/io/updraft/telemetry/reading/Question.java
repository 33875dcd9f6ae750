package io.updraft.telemetry.reading;

import io.updraft.telemetry.published.DataPoint;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which points are asked for.
 *
 * @param devices none means all that have sent one of the metrics
 * @param from nanoseconds since the epoch, included
 * @param to nanoseconds since the epoch, not included
 * @param tags that a point must have, all of them
 */
public record Question(
    String organization,
    List<String> metrics,
    List<String> devices,
    long from,
    long to,
    Map<String, String> tags) {
  public Question {
    metrics = metrics.stream().distinct().sorted().toList();
    devices = devices.stream().distinct().sorted().toList();
    tags = Collections.unmodifiableMap(new TreeMap<>(tags));
  }

  boolean wants(DataPoint point) {
    return tags.isEmpty() || point.circumstances().tags().entrySet().containsAll(tags.entrySet());
  }

  /** Where an answer goes on: with this device, this metric, from this time on. */
  public record Place(String device, String metric, long time) {}
}
