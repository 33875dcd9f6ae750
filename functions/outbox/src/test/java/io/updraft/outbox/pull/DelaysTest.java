package io.updraft.outbox.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DelaysTest {
  private final Delays delays = new Delays(new Random(3));

  @Test
  void growsToABound() {
    assertBetween(1, 2_500, 5_000);
    assertBetween(2, 5_000, 10_000);
    assertBetween(5, 40_000, 80_000);
    assertBetween(20, 900_000, 1_800_000);
    assertBetween(Long.MAX_VALUE, 900_000, 1_800_000);
  }

  private void assertBetween(long failures, long least, long most) {
    for (int i = 0; i < 100; i++) {
      assertThat(delays.after(failures))
          .isBetween(Duration.ofMillis(least), Duration.ofMillis(most));
    }
  }
}
