package io.updraft.fleet.http;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Durations in classes that grow by 5 %, so that a percentile is read to 5 % in constant memory,
 * whatever their number.
 */
public final class Latencies {
  private static final double GROWTH = Math.log(1.05);
  private static final int CLASSES = 400;

  private final AtomicLongArray counts = new AtomicLongArray(CLASSES);

  public void add(Duration duration) {
    counts.incrementAndGet(classOf(Math.max(1, duration.toNanos() / 1_000)));
  }

  /** Takes in all of the other's. */
  public void addAll(Latencies other) {
    for (int i = 0; i < CLASSES; i++) {
      long _ = counts.addAndGet(i, other.counts.get(i));
    }
  }

  public long count() {
    return upTo(CLASSES - 1);
  }

  /** The duration that the given share of all did not exceed; zero where there is none. */
  public Duration percentile(double percent) {
    long rank = (long) Math.ceil(count() * percent / 100);
    int i = 0;
    for (long seen = counts.get(0); seen < rank && i < CLASSES - 1; seen += counts.get(i)) {
      i++;
    }
    return rank == 0 ? Duration.ZERO : Duration.ofNanos((long) (1_000 * Math.exp(GROWTH * i)));
  }

  /** Its p50 and p99 in milliseconds, for people. */
  @Override
  public String toString() {
    return "p50 %s ms, p99 %s ms".formatted(millis(percentile(50)), millis(percentile(99)));
  }

  /** Milliseconds with one decimal. */
  public static String millis(Duration duration) {
    return "%.1f".formatted(duration.toNanos() / 1e6);
  }

  private static int classOf(long micros) {
    return Math.min(CLASSES - 1, (int) Math.ceil(Math.log((double) micros) / GROWTH));
  }

  private long upTo(int last) {
    long sum = 0;
    for (int i = 0; i <= last; i++) {
      sum += counts.get(i);
    }
    return sum;
  }
}
