package io.updraft.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class MutableClockTest {
  private final MutableClock clock = MutableClock.at("2026-01-01T00:00:00Z");

  @Test
  void movesOnlyWhenTold() {
    clock.advance(Duration.ofMinutes(1));
    assertThat(clock.instant()).isEqualTo("2026-01-01T00:01:00Z");

    clock.set(Instant.EPOCH);
    assertThat(clock.instant()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void movesInEveryZone() {
    Clock other = clock.withZone(ZoneId.of("Asia/Tokyo"));
    clock.advance(Duration.ofDays(1));

    assertThat(other.instant()).isEqualTo("2026-01-02T00:00:00Z");
  }
}
