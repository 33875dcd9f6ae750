package io.updraft.device.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LastDayTest {
  private static final long HOUR = LastDay.hour(Instant.parse("2026-01-31T08:59:59.999Z"));

  @Test
  void forgetsWhatIsADayOld() {
    LastDay day = LastDay.NONE.with(HOUR, new Ended(3, 1)).with(HOUR + 23, new Ended(1, 0));

    assertThat(day.sum()).isEqualTo(new Ended(4, 1));
    assertThat(day.with(HOUR + 24, Ended.NONE).sum()).isEqualTo(new Ended(1, 0));
    assertThat(day.until(HOUR + 47)).isEqualTo(LastDay.NONE);
  }

  @Test
  void addsWithinAnHour() {
    LastDay day = LastDay.NONE.with(HOUR, new Ended(3, 1)).with(HOUR, new Ended(1, 1));

    assertThat(day.hours()).containsOnlyKeys(HOUR).containsValue(new Ended(4, 2));
    assertThat(LastDay.begin(HOUR)).isEqualTo(Instant.parse("2026-01-31T08:00:00Z"));
  }
}
