package io.updraft.device.published;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How long updates took from their start to their completion, as an exact sum and a logarithmic
 * histogram of two buckets per octave. Any two can be added, in any order.
 *
 * <p>A percentile is the geometric middle of its bucket, and therefore at most {@link #MOST_ERROR}
 * from the exact value, up or down, from one second to 51 hours; below a second it is half a
 * second.
 *
 * @param millis the sum
 * @param buckets how many lie in which bucket, 0..35; only buckets that hold any
 */
public record Durations(long millis, Map<Integer, Long> buckets) {
  /** The relative error of a percentile: the fourth root of two, less one. */
  public static final double MOST_ERROR = 0.19;

  /** How many buckets there are: under a second, and 35 from there on. */
  public static final int BUCKETS = 36;

  public static final Durations NONE = new Durations(0, Map.of());

  private static final int PER_OCTAVE = 2;
  private static final double SECOND = 1000;

  public Durations {
    buckets = Map.copyOf(buckets);
  }

  /** One duration. */
  public static Durations of(Duration duration) {
    return new Durations(duration.toMillis(), Map.of(bucket(duration.toMillis()), 1L));
  }

  private static int bucket(long millis) {
    if (millis < SECOND) {
      return 0;
    }
    double octaves = Math.log(millis / SECOND) / Math.log(2);
    return Math.min(BUCKETS - 1, 1 + (int) Math.floor(PER_OCTAVE * octaves));
  }

  private static double middle(int bucket) {
    return bucket == 0 ? SECOND / 2 : SECOND * Math.pow(2, (bucket - 0.5) / PER_OCTAVE);
  }

  public Durations plus(Durations other) {
    return added(other, 1);
  }

  public Durations minus(Durations other) {
    return added(other, -1);
  }

  private Durations added(Durations other, int times) {
    Map<Integer, Long> sums = new TreeMap<>(buckets);
    other.buckets.forEach((bucket, count) -> sums.merge(bucket, times * count, Long::sum));
    sums.values().removeIf(count -> count == 0);
    return new Durations(millis + times * other.millis, sums);
  }

  public long count() {
    return buckets.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Exact, in seconds; empty where there is no duration. */
  public Optional<Double> mean() {
    long count = count();
    return count == 0 ? Optional.empty() : Optional.of(millis / SECOND / count);
  }

  /** By nearest rank, in seconds; empty where there is no duration. */
  public Optional<Double> percentile(int percent) {
    long rank = Math.ceilDiv(count() * percent, 100L);
    long passed = 0;
    for (Map.Entry<Integer, Long> bucket : new TreeMap<>(buckets).entrySet()) {
      passed += bucket.getValue();
      if (passed >= rank) {
        return Optional.of(middle(bucket.getKey()) / SECOND);
      }
    }
    return Optional.empty();
  }
}
