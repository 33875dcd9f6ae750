package io.updraft.campaign.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WalkTest {
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

  @Test
  void isFollowedByAnotherAfterFiveMinutesOrLongerWhereItWasLong() {
    assertThat(Walk.FIRST.on(100).endedAt(NOW).next()).isEqualTo(NOW.plus(Duration.ofMinutes(5)));
    assertThat(Walk.FIRST.on(60_000).on(40_000).endedAt(NOW).next())
        .isEqualTo(NOW.plus(Duration.ofMinutes(100)));
  }

  @Test
  void isFollowedByNoneWhileItGoesOn() {
    assertThat(Walk.FIRST.on(100).next()).isNull();
    assertThat(Walk.FIRST.endedAt(NOW).again().next()).isNull();
  }
}
