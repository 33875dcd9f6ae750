package io.updraft.telemetry.lineprotocol;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The unit in which the times of a request are written. */
enum Precision {
  NS(1),
  US(1_000),
  MS(1_000_000),
  S(1_000_000_000);

  private final long nanos;

  Precision(long nanos) {
    this.nanos = nanos;
  }

  /** The one of that name, as {@code precision} gives it. */
  static Optional<Precision> named(String name) {
    return Arrays.stream(values())
        .filter(p -> p.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }

  /**
   * Nanoseconds since the epoch.
   *
   * @throws ArithmeticException where 64 bits do not hold them
   */
  long toNanos(long time) {
    return Math.multiplyExact(time, nanos);
  }

  /** Now, in nanoseconds, but no finer than the unit. */
  long now(Instant now) {
    long time = TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    return time - time % nanos;
  }
}
