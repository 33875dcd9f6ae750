package io.updraft.dynamodb;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before each further attempt: exponential, with full jitter, bounded in number
 * and length (Brooker, "Exponential Backoff and Jitter", AWS Architecture Blog, 2015).
 */
public record Backoff(int attempts, Duration first, Duration longest) {
  /** For contention on one item: eight attempts within about two seconds. */
  public static final Backoff CONTENTION =
      new Backoff(8, Duration.ofMillis(15), Duration.ofMillis(500));

  /** A pause before attempt {@code attempt + 1}, between nothing and the doubled bound. */
  Duration pause(int attempt, RandomGenerator random) {
    long bound = Math.min(longest.toMillis(), first.toMillis() << Math.min(attempt, 20));
    return Duration.ofMillis(random.nextLong(bound + 1));
  }
}
