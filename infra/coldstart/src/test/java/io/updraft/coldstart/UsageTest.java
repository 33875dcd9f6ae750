package io.updraft.coldstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class UsageTest {
  @Test
  void thisProcessHasUsedSomething() {
    Usage usage = Usage.of(ProcessHandle.current().pid());

    assertThat(usage.cpuMillis()).isPositive();
    assertThat(usage.peakMegabytes()).isBetween(10L, 10_000L);
  }

  @Test
  void aProcessThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> Usage.of(Integer.MAX_VALUE))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("2147483647");
  }
}
