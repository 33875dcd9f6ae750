package io.updraft.fleet.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ProcessCostsTest {
  private final ProcessCosts own = new ProcessCosts(List.of(ProcessHandle.current().pid()));

  @Test
  void countsTheCpuThatWasUsed() {
    double before = own.cpuSeconds();
    long threadBefore = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    while (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - threadBefore < 3e8) {
      Thread.onSpinWait();
    }

    assertThat(own.cpuSeconds() - before).isGreaterThan(0.25);
  }

  @Test
  void countsEachProcess() {
    long pid = ProcessHandle.current().pid();
    double one = own.megabytes();

    assertThat(one).isGreaterThan(20);
    assertThat(new ProcessCosts(List.of(pid, pid)).megabytes())
        .isCloseTo(2 * one, Offset.offset(one / 4));
  }

  @Test
  void theMostThatAProcessHadIsAtLeastWhatItHas() {
    assertThat(own.peakMegabytes()).isBetween(own.megabytes() / 2, 10_000.0);
  }

  @Test
  void aProcessThatIsNotThereIsNamed() {
    ProcessCosts none = new ProcessCosts(List.of((long) Integer.MAX_VALUE));
    assertThatThrownBy(none::cpuSeconds)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("2147483647");
  }
}
