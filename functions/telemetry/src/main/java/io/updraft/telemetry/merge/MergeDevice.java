package io.updraft.telemetry.merge;

import io.updraft.telemetry.domain.Backlog;
import io.updraft.telemetry.domain.Backlog.Arrived;
import io.updraft.telemetry.domain.Backlog.Device;
import io.updraft.telemetry.domain.Definitions;
import io.updraft.telemetry.domain.MergeStore;
import io.updraft.telemetry.domain.MetricDefinition;
import io.updraft.telemetry.domain.Series;
import io.updraft.telemetry.published.DataPoint;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Merges what has arrived of one device. Parts are written first and the mark up to which all is
 * merged last; whoever reads in between finds points twice, never not at all. So every step can be
 * repeated, and a crash at any line costs work only.
 */
final class MergeDevice {
  /**
   * What is younger may still be on its way under an older arrival id. Longer than {@code
   * BatchRecords} takes up an earlier id and a function runs, together.
   */
  static final Duration MARGIN = Duration.ofMinutes(2);

  private final MergeStore store;
  private final Definitions definitions;
  private final Clock clock;

  MergeDevice(MergeStore store, Definitions definitions, Clock clock) {
    this.store = store;
    this.definitions = definitions;
    this.clock = clock;
  }

  /** How many arrivals were merged. Where somebody else is at it too, one of the two gives up. */
  int merge(Device device) {
    Instant now = clock.instant();
    Backlog backlog = store.backlog(device, now.minus(MARGIN), now);
    Map<String, NavigableMap<Long, DataPoint>> series = overlaid(backlog.arrivals());
    Map<String, MetricDefinition> known =
        series.isEmpty() ? Map.of() : definitions.of(device.organization(), series.keySet());
    MergeMetric mergeMetric = new MergeMetric(store, backlog);
    for (var metric : series.entrySet()) {
      Duration retention = retention(known, metric.getKey());
      if (!mergeMetric.merge(metric.getKey(), metric.getValue(), retention)) {
        return 0;
      }
    }
    boolean closed = store.close(backlog, ranges(series), Pace.closing(backlog, now));
    return closed ? backlog.arrivals().size() : 0;
  }

  private static Duration retention(Map<String, MetricDefinition> known, String metric) {
    MetricDefinition definition = known.get(metric);
    return definition == null ? MetricDefinition.DEFAULT_RETENTION : definition.retention();
  }

  /** By metric and time; of several the one that arrived last. */
  private static Map<String, NavigableMap<Long, DataPoint>> overlaid(List<Arrived> arrivals) {
    Map<String, NavigableMap<Long, DataPoint>> all = new HashMap<>();
    for (Arrived arrived : arrivals) {
      for (Series series : arrived.series()) {
        var points = all.computeIfAbsent(series.metric(), _ -> new TreeMap<>());
        series.points().forEach(point -> points.put(point.time(), point));
      }
    }
    return all;
  }

  private static Map<String, long[]> ranges(Map<String, NavigableMap<Long, DataPoint>> series) {
    Map<String, long[]> ranges = new HashMap<>();
    series.forEach((metric, of) -> ranges.put(metric, new long[] {of.firstKey(), of.lastKey()}));
    return ranges;
  }
}
