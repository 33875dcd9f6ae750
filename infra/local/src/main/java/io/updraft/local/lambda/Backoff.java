package io.updraft.local.lambda;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before the next attempt: twice as long each time, with jitter. */
public record Backoff(Duration first, Duration longest) {

  /** A random time up to the bound of this attempt, which is counted from 0. */
  public Duration delay(int attempt) {
    long bound = first.toMillis() << Math.min(attempt, 20);
    long limited = Math.min(bound, longest.toMillis());
    // At least half of it, so that the attempts of a long outage are bounded in number.
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(limited / 2, limited + 1));
  }
}
