package io.updraft.outbox.pull;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** When a message comes again. */
final class Delays {
  /** More work remains, and nothing is wrong. */
  static final Duration GOES_ON = Duration.ofSeconds(1);

  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(30);
  private static final int MOST_DOUBLINGS = 9;

  private final RandomGenerator random;
  private final Duration first;

  Delays(RandomGenerator random) {
    this(random, FIRST);
  }

  Delays(RandomGenerator random, Duration first) {
    this.random = random;
    this.first = first;
  }

  /**
   * After so many failures, one at least: 5 s, doubled each time up to 30 minutes, or half of it.
   */
  Duration after(long failures) {
    long doublings = Math.clamp(failures - 1, 0, MOST_DOUBLINGS);
    long millis = Math.min(first.toMillis() << doublings, LONGEST.toMillis());
    return Duration.ofMillis(random.nextLong(millis / 2, millis + 1));
  }
}
