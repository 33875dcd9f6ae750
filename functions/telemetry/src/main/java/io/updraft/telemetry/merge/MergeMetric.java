package io.updraft.telemetry.merge;

import io.updraft.telemetry.domain.Backlog;
import io.updraft.telemetry.domain.Backlog.Device;
import io.updraft.telemetry.domain.MergeStore;
import io.updraft.telemetry.domain.MergeStore.Part;
import io.updraft.telemetry.published.DataPoint;
import io.updraft.telemetry.published.Nanos;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;

/** Merges what has arrived of one metric of a device into its parts, day by day. */
final class MergeMetric {
  private static final Duration DAY = Duration.ofDays(1);

  private final MergeStore store;
  private final Device device;
  private final String upTo;

  MergeMetric(MergeStore store, Backlog backlog) {
    this.store = store;
    this.device = backlog.device();
    this.upTo = backlog.readTo();
  }

  /** Whether all is merged; not where somebody else is at it. */
  boolean merge(String metric, NavigableMap<Long, DataPoint> points, Duration retention) {
    NavigableMap<Long, DataPoint> left = points;
    while (!left.isEmpty()) {
      long dayEnd = Math.addExact(dayStart(left.firstKey()), DAY.toNanos());
      NavigableMap<Long, DataPoint> next = Parts.some(left.headMap(dayEnd, false));
      if (!mergedInDay(metric, next, Nanos.time(dayEnd).plus(retention))) {
        return false;
      }
      left = left.tailMap(next.lastKey(), false);
    }
    return true;
  }

  private static long dayStart(long time) {
    return time - Math.floorMod(time, DAY.toNanos());
  }

  private boolean mergedInDay(
      String metric, NavigableMap<Long, DataPoint> points, Instant expiresAt) {
    List<Part> parts = parts(metric, points);
    for (int i = parts.size() - 1; i >= 0; i--) {
      long end = i + 1 < parts.size() ? parts.get(i + 1).start() : Long.MAX_VALUE;
      var own = points.subMap(parts.get(i).start(), true, end, false);
      if (!own.isEmpty() && !joined(metric, parts.get(i), own, expiresAt)) {
        return false;
      }
    }
    return true;
  }

  /** With one to take the first point: the part at the beginning of a day may have expired. */
  private List<Part> parts(String metric, NavigableMap<Long, DataPoint> points) {
    long first = points.firstKey();
    List<Part> parts = new ArrayList<>(store.parts(device, metric, first, points.lastKey()));
    if (parts.isEmpty() || parts.getFirst().start() > first) {
      parts.addFirst(new Part(dayStart(first), List.of(), 0, ""));
    }
    return parts;
  }

  // A part that has more than these arrivals has been written by somebody who began later: what
  // these bring is in it, and may have been replaced since.
  private boolean joined(
      String metric, Part part, NavigableMap<Long, DataPoint> own, Instant expiresAt) {
    return part.upTo().compareTo(upTo) <= 0
        && store.write(device, metric, Parts.with(part, own, upTo), expiresAt);
  }
}
