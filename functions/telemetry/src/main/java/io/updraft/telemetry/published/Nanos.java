package io.updraft.telemetry.published;

import java.time.Instant;

/** Times as data points have them. */
public final class Nanos {
  private static final long SECOND = 1_000_000_000L;

  private Nanos() {}

  /** Nanoseconds since the epoch; the bounds of a long for what lies beyond them. */
  public static long of(Instant time) {
    try {
      return Math.addExact(Math.multiplyExact(time.getEpochSecond(), SECOND), time.getNano());
    } catch (ArithmeticException beyond) {
      return time.getEpochSecond() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }

  public static Instant time(long nanos) {
    return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
  }
}
