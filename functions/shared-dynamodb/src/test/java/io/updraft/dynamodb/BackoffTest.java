package io.updraft.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private final Backoff backoff = new Backoff(60, Duration.ofMillis(10), Duration.ofMillis(300));

  @Test
  void pausesBetweenNothingAndTheDoubledBound() {
    long seed = 11;
    Random random = new Random(seed);
    for (int attempt = 0; attempt < 60; attempt++) {
      long bound = Math.min(300, 10L << Math.min(attempt, 20));
      for (int i = 0; i < 100; i++) {
        assertThat(backoff.pause(attempt, random))
            .as("attempt %d, seed %d", attempt, seed)
            .isBetween(Duration.ZERO, Duration.ofMillis(bound));
      }
    }
  }

  @Test
  void spreadsThePausesOverTheWholeRange() {
    Random random = new Random(5);
    long longest = 0;
    long shortest = Long.MAX_VALUE;
    for (int i = 0; i < 1_000; i++) {
      long pause = backoff.pause(4, random).toMillis();
      longest = Math.max(longest, pause);
      shortest = Math.min(shortest, pause);
    }
    assertThat(shortest).isLessThan(10);
    assertThat(longest).isGreaterThan(150);
  }
}
