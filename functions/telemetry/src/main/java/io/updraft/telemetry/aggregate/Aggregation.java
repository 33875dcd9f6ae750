package io.updraft.telemetry.aggregate;

import io.updraft.telemetry.published.Value;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is made of the points of an interval.
 *
 * <p>{@link #COUNT}, {@link #FIRST} and {@link #LAST} read values of every type. The others read
 * numbers, and flags as 0 and 1, so that the average of flags is the share of true; texts and
 * objects are skipped. Sums and averages know no sign of zero. No result depends on the order in
 * which the devices came, except within the stated error of a percentile.
 */
public enum Aggregation {
  /** The arithmetic mean: a decimal number. */
  AVG(Reads.NUMBERS),

  /** The least value as it was sent; of equal ones the earliest. Negative zero is below zero. */
  MIN(Reads.NUMBERS),

  /** The greatest value as it was sent; of equal ones the earliest. */
  MAX(Reads.NUMBERS),

  /** The sum without loss: whole where all values are. */
  SUM(Reads.NUMBERS),

  /** How many points there are. */
  COUNT(Reads.EVERYTHING),

  /** The earliest value; of several devices at the same time, of the device whose id is least. */
  FIRST(Reads.EVERYTHING),

  /** The latest value; of several devices at the same time, of the device whose id is least. */
  LAST(Reads.EVERYTHING),

  /** The increase of counters, per second. */
  RATE(Reads.NUMBERS),

  /** The value below which half of the values are: a decimal number. */
  MEDIAN(Reads.NUMBERS),

  /** The value below which 95 % of the values are: a decimal number. */
  P95(Reads.NUMBERS),

  /** The value below which 99 % of the values are: a decimal number. */
  P99(Reads.NUMBERS);

  private enum Reads {
    NUMBERS,
    EVERYTHING
  }

  private final Reads reads;

  Aggregation(Reads reads) {
    this.reads = reads;
  }

  /** The aggregation with that name, in lower case, if there is one. */
  public static Optional<Aggregation> named(String name) {
    return Arrays.stream(values()).filter(a -> a.wireName().equals(name)).findFirst();
  }

  /** The name that callers use: in lower case. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it can make something of such a value. */
  public boolean reads(Value value) {
    return reads == Reads.EVERYTHING || Numbers.isNumber(value);
  }

  /**
   * What opens a tally for each of the intervals of one query.
   *
   * @param interval nanoseconds
   */
  Supplier<Tally> tallies(long interval) {
    return switch (this) {
      case AVG -> Average::new;
      case MIN -> () -> new Foremost(Sample.LEAST);
      case MAX -> () -> new Foremost(Sample.GREATEST);
      case SUM -> Sum::new;
      case COUNT -> Count::new;
      case FIRST -> () -> new Foremost(Sample.EARLIEST);
      case LAST -> () -> new Foremost(Sample.LATEST);
      case RATE -> () -> new Rate(interval);
      case MEDIAN -> percentiles(50);
      case P95 -> percentiles(95);
      case P99 -> percentiles(99);
    };
  }

  /** All intervals of a query share the room. */
  private static Supplier<Tally> percentiles(int percent) {
    Room room = new Room(Room.EXACT_UP_TO, Room.MOST_HELD);
    return () -> room.open(percent);
  }
}
