package io.updraft.coldstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MediansTest {
  @Test
  void theMiddleOfAnOddNumber() {
    assertThat(median(30, 10, 900)).isEqualTo(30);
  }

  @Test
  void theMeanOfTheTwoInTheMiddleOfAnEvenNumber() {
    assertThat(median(900, 10, 20, 40)).isEqualTo(30);
  }

  private static long median(long... cpuMillis) {
    return Medians.median(
        LongStream.of(cpuMillis)
            .mapToObj(cpu -> new Start(cpu, 0, 0, new Shares(0, 0, 0), new byte[0]))
            .toList(),
        Start::cpuMillis);
  }
}
