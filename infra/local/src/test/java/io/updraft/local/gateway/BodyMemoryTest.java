package io.updraft.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class BodyMemoryTest {
  private static final int KIB = 1 << 10;

  @Test
  void refusesWhatFindsNoRoomInTime() {
    BodyMemory memory = new BodyMemory(5 * KIB, Duration.ZERO);

    assertThat(memory.take(KIB)).isTrue();
    assertThat(memory.take(KIB)).isFalse();
  }

  @Test
  void letsOneWaitForAnother() {
    BodyMemory memory = new BodyMemory(5 * KIB, Duration.ofMinutes(1));
    assertThat(memory.take(KIB)).isTrue();
    CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> memory.take(KIB));

    memory.giveBack(KIB);

    assertThat(waiting.join()).isTrue();
  }
}
