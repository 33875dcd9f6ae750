package io.updraft.telemetry.delivery;

import static java.util.stream.Collectors.joining;

import io.updraft.telemetry.domain.Offered;
import io.updraft.telemetry.published.DataPoint;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Keeps data points apart that differ in their tags alone. The protocols tell series apart by tags
 * (the load of each processor has one name and one time), while here one metric of one device has
 * one value per time, and all but the last would be lost. Such points are moved forward by less
 * than a millisecond, by a number of nanoseconds that their tags decide: the same for each request,
 * however the sender cuts its batches. A point without such neighbours keeps its time to the
 * nanosecond.
 */
final class Apart {
  private static final int MILLISECOND = 1_000_000;

  /** Spreads sums of characters over all 64 bits: 2 to the 64th, divided by the golden ratio. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final Map<Moment, Map<String, Long>> times = new HashMap<>();

  private Apart() {}

  private record Moment(String metric, long time) {}

  /** The same items, in the same order. */
  static List<Item> inTime(List<Item> items) {
    Apart apart = new Apart();
    items.forEach(apart::note);
    apart.times.forEach(Apart::spread);
    return items.stream().map(apart::moved).toList();
  }

  private void note(Item item) {
    if (item.offered() instanceof Offered.Point(String metric, DataPoint point)) {
      times
          .computeIfAbsent(new Moment(metric, point.time()), _ -> new TreeMap<>())
          .put(tags(point), point.time());
    }
  }

  private static void spread(Moment moment, Map<String, Long> times) {
    if (times.size() > 1 && moment.time() < Long.MAX_VALUE - MILLISECOND) {
      Set<Long> used = new HashSet<>();
      times.replaceAll((tags, time) -> time + free(tags, used));
    }
  }

  private static long free(String tags, Set<Long> used) {
    long offset = 1 + Long.remainderUnsigned(tags.hashCode() * SPREAD, MILLISECOND - 1);
    while (!used.add(offset)) {
      offset = 1 + offset % (MILLISECOND - 1);
    }
    return offset;
  }

  private Item moved(Item item) {
    if (!(item.offered() instanceof Offered.Point(String metric, DataPoint point))) {
      return item;
    }
    long time =
        times
            .getOrDefault(new Moment(metric, point.time()), Map.of())
            .getOrDefault(tags(point), point.time());
    return item.with(
        new Offered.Point(metric, new DataPoint(time, point.value(), point.circumstances())));
  }

  private static String tags(DataPoint point) {
    return point.circumstances().tags().entrySet().stream()
        .map(tag -> tag.getKey() + '\0' + tag.getValue())
        .collect(joining("\0"));
  }
}
