package io.updraft.fleet.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class LatenciesTest {
  @Test
  void readsPercentilesToFivePercent() {
    Latencies latencies = new Latencies();
    for (int i = 1; i <= 1_000; i++) {
      latencies.add(Duration.ofMillis(i));
    }

    assertThat(latencies.count()).isEqualTo(1_000);
    assertThat(latencies.percentile(50).toMillis()).isCloseTo(500, Percentage.withPercentage(5));
    assertThat(latencies.percentile(99).toMillis()).isCloseTo(990, Percentage.withPercentage(5));
  }

  @Test
  void hasNoPercentileOfNothing() {
    assertThat(new Latencies().percentile(99)).isZero();
  }

  @Test
  void takesInExtremes() {
    Latencies latencies = new Latencies();
    latencies.add(Duration.ZERO);
    latencies.add(Duration.ofDays(1));

    assertThat(latencies.count()).isEqualTo(2);
  }
}
