package io.updraft.firmware.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How long a caller waits for a verification. */
@FunctionalInterface
public interface Patience {
  boolean isOver();

  static Patience endless() {
    return () -> false;
  }

  /** From now on. */
  static Patience of(Duration duration, Clock clock) {
    Instant end = clock.instant().plus(duration);
    return () -> !clock.instant().isBefore(end);
  }
}
