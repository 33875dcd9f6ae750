package io.updraft.device.sync;

import java.time.Duration;
import java.time.Instant;

/** How long to wait for a service that is away. */
final class Waiting {
  private static final Duration LEAST = Duration.ofMinutes(1);

  private Waiting() {}

  /** Once more as long as it has taken so far: that doubles without a counter. */
  static Instant until(Instant since, Instant now, Duration most) {
    Duration so = Duration.between(since, now);
    Duration atLeast = so.compareTo(LEAST) < 0 ? LEAST : so;
    return now.plus(atLeast.compareTo(most) > 0 ? most : atLeast);
  }
}
