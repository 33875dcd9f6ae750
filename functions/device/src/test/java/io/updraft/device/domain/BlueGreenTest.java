package io.updraft.device.domain;

import static io.updraft.device.domain.Samples.NOW;
import static io.updraft.device.domain.Samples.blueGreen;
import static io.updraft.device.domain.Samples.installed;
import static io.updraft.device.domain.Samples.report;
import static io.updraft.device.domain.Samples.scheduled;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BlueGreenTest {
  private static final Instant LATER = NOW.plusSeconds(30);
  private static final Instant MUCH_LATER = NOW.plus(Duration.ofDays(2));
  private static final Duration TIMEOUT = Duration.ofMinutes(60);

  private static Update waiting() {
    return scheduled(blueGreen()).reported(installed(), LATER);
  }

  @Test
  void waitsWithoutASlotAndWithoutATimeout() {
    Update waiting = waiting();

    assertThat(waiting.installed()).isTrue();
    assertThat(waiting.occupies()).isFalse();
    assertThat(waiting.course().timeoutAt()).isNull();
    assertThat(waiting.course().dueAt()).isNull();
    assertThat(waiting.swept(MUCH_LATER)).isSameAs(waiting);
  }

  @Test
  void waitsInOtherCampaignsForNothing() {
    Update installing = scheduled().reported(installed(), LATER);

    assertThat(installing.installed()).isFalse();
    assertThat(installing.occupies()).isTrue();
    assertThat(installing.course().timeoutAt()).isNotNull();
  }

  @Test
  void hasItsTimeAgainOnceTheSwitchIsReleased() {
    Update armed = waiting().armed(MUCH_LATER);

    assertThat(armed.course().timeoutAt()).isEqualTo(MUCH_LATER.plus(TIMEOUT));
    assertThat(armed.course().dueAt()).isEqualTo(MUCH_LATER.plus(TIMEOUT));
    assertThat(armed.armed(MUCH_LATER.plusSeconds(1))).isSameAs(armed);
    assertThat(armed.reported(installed(), MUCH_LATER)).isSameAs(armed);
    assertThat(armed.swept(MUCH_LATER.plus(TIMEOUT)).status()).isEqualTo(UpdateStatus.FAILED);
  }

  @Test
  void armsNothingElse() {
    Update installing = scheduled(blueGreen()).reported(report(UpdateStatus.INSTALLING), LATER);
    Update done = waiting().reported(report(UpdateStatus.COMPLETED), LATER);

    assertThat(installing.armed(LATER)).isSameAs(installing);
    assertThat(done.armed(LATER)).isSameAs(done);
  }

  @Test
  void goesOnWithATimeoutWhereTheDeviceDidNotWait() {
    Update rebooting = waiting().reported(report(UpdateStatus.REBOOTING), MUCH_LATER);

    assertThat(rebooting.occupies()).isTrue();
    assertThat(rebooting.course().timeoutAt()).isEqualTo(MUCH_LATER.plus(TIMEOUT));
    assertThat(rebooting.course().dueAt()).isEqualTo(MUCH_LATER.plus(TIMEOUT));
  }

  @Test
  void hasATimeToGiveUpWhatItHasInstalled() {
    Update asked = waiting().cancelled("stop", MUCH_LATER);

    assertThat(asked.course().timeoutAt()).isEqualTo(MUCH_LATER.plus(TIMEOUT));
    assertThat(asked.swept(MUCH_LATER.plus(TIMEOUT)).status()).isEqualTo(UpdateStatus.CANCELLED);
  }
}
