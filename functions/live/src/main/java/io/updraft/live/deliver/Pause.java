package io.updraft.live.deliver;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Waits for what a queue can't wait for, which counts in whole seconds. */
@FunctionalInterface
interface Pause {
  /** More than this is not waited for, whatever a message says. */
  Duration LONGEST = Duration.ofMillis(1_500);

  void until(Instant time);

  /** By sleeping. */
  static Pause on(Clock clock) {
    return time -> {
      Duration left = Duration.between(clock.instant(), time);
      try {
        Thread.sleep(left.compareTo(LONGEST) < 0 ? left : LONGEST);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted before a flush was due", e);
      }
    };
  }
}
