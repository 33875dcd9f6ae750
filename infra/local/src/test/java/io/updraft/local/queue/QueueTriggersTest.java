package io.updraft.local.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QueueTriggersTest {
  private static final int MOST_RECEIVES = 5;
  private static final Duration BREAKER = Duration.ofSeconds(30);

  @Test
  void aMessageOutlivesACircuitBreakerThatOpensTwice() {
    long seconds =
        IntStream.range(0, MOST_RECEIVES - 1)
            .mapToLong(receives -> QueueTriggers.AGAIN.delay(receives).toSeconds())
            .sum();

    assertThat(seconds).isGreaterThan(BREAKER.multipliedBy(2).toSeconds());
  }
}
