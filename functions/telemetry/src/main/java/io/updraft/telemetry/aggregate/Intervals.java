package io.updraft.telemetry.aggregate;

import io.updraft.telemetry.published.DataPoint;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates the points of one metric over intervals of equal length, one device after the other.
 *
 * <p>Intervals begin at multiples of their length from the epoch on, before it as well; a point
 * belongs to the one that begins at its time or last before it. For each interval that has points a
 * few numbers are kept, or the one value that was found; for percentiles see {@link Room}. Not for
 * several threads.
 */
public final class Intervals {
  private final Aggregation aggregation;
  private final long length;
  private final Supplier<Tally> tallies;
  private final NavigableMap<Long, Slot> slots = new TreeMap<>();
  private @Nullable Course course;
  private @Nullable Slot latest;
  private long skipped;

  /** With the length of an interval in nanoseconds. */
  public Intervals(Aggregation aggregation, long length) {
    if (length <= 0) {
      throw new IllegalArgumentException("an interval has a length: " + length);
    }
    this.aggregation = aggregation;
    this.length = length;
    this.tallies = aggregation.tallies(length);
  }

  /** From here on the points are those of this device, which has not been before. */
  public void begin(String deviceId) {
    course = new Course(deviceId);
  }

  /** Takes in a point of the device that was begun last, later than the one before it. */
  public void add(DataPoint point) {
    if (course == null) {
      throw new IllegalStateException("no device was begun");
    }
    course.moveTo(point.time());
    if (aggregation.reads(point.value())) {
      slot(point.time()).take(course.sample(point));
    } else {
      skipped++;
    }
  }

  /** How many points were of a type that the aggregation can make nothing of. */
  public long skipped() {
    return skipped;
  }

  /** The intervals that have points, ascending by time. */
  public List<Bucket> result() {
    return slots.values().stream().filter(slot -> slot.count() > 0).map(Slot::bucket).toList();
  }

  /** Mostly the slot of the point before. */
  private Slot slot(long time) {
    long start = time - Math.floorMod(time, length);
    if (latest == null || latest.start() != start) {
      latest = slots.computeIfAbsent(start, s -> new Slot(s, tallies.get()));
    }
    return latest;
  }
}
