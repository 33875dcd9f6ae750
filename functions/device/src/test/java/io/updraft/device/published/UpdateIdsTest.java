package io.updraft.device.published;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UpdateIdsTest {
  private final MutableClock clock = MutableClock.at(Instant.parse("2026-11-26T08:00:00Z"));
  private final UpdateIds ids = UpdateIds.of(clock);

  @Test
  void sortByTime() {
    String before = ids.next();
    clock.advance(Duration.ofMillis(1));
    assertThat(ids.next()).isGreaterThan(before);
  }

  /** As campaigns write theirs; a capital letter would sort before all of those. */
  @Test
  void haveNoCapitalLetters() {
    assertThat(ids.next()).matches("upd_[0-9a-z]{26}");
  }
}
