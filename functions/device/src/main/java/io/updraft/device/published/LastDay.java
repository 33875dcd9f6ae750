package io.updraft.device.published;

import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What ended in the present hour and the 23 before it.
 *
 * @param hours by the number of the hour since the epoch; only hours in which something ended
 */
public record LastDay(Map<Long, Ended> hours) {
  /** How many hours are kept, the present one among them. */
  public static final int HOURS = 24;

  public static final LastDay NONE = new LastDay(Map.of());

  private static final long SECONDS_PER_HOUR = 3600;

  public LastDay {
    hours = Map.copyOf(hours);
  }

  /** The number of the hour in which a moment lies. */
  public static long hour(Instant time) {
    return Math.floorDiv(time.getEpochSecond(), SECONDS_PER_HOUR);
  }

  /** When an hour begins. */
  public static Instant begin(long hour) {
    return Instant.ofEpochSecond(hour * SECONDS_PER_HOUR);
  }

  /** With what ended in one hour, without what is a day before it. */
  public LastDay with(long hour, Ended ended) {
    return ended.equals(Ended.NONE)
        ? until(hour)
        : until(hour).plus(new LastDay(Map.of(hour, ended)));
  }

  public LastDay plus(LastDay other) {
    Map<Long, Ended> sums = new TreeMap<>(hours);
    other.hours.forEach((hour, ended) -> sums.merge(hour, ended, Ended::plus));
    return new LastDay(sums);
  }

  /** What lies within the day that ends with this hour, in order. */
  public LastDay until(long hour) {
    return new LastDay(within(hour));
  }

  private SortedMap<Long, Ended> within(long hour) {
    return new TreeMap<>(hours).subMap(hour - HOURS + 1, hour + 1);
  }

  /** Everything together. */
  public Ended sum() {
    return hours.values().stream().reduce(Ended.NONE, Ended::plus);
  }
}
