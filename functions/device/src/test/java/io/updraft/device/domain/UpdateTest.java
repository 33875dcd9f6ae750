package io.updraft.device.domain;

import static io.updraft.device.domain.Samples.NOW;
import static io.updraft.device.domain.Samples.created;
import static io.updraft.device.domain.Samples.downloading;
import static io.updraft.device.domain.Samples.report;
import static io.updraft.device.domain.Samples.scheduled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UpdateTest {
  private static final Instant LATER = NOW.plusSeconds(30);
  private static final Duration TIMEOUT = Duration.ofMinutes(60);

  @Test
  void beginsToRunOutOfTimeWithTheFirstReport() {
    Update begun = scheduled().reported(report(UpdateStatus.IN_PROGRESS), LATER);

    assertThat(begun.status()).isEqualTo(UpdateStatus.IN_PROGRESS);
    assertThat(begun.course().timeoutAt()).isEqualTo(LATER.plus(TIMEOUT));
    assertThat(begun.course().entered(UpdateStatus.IN_PROGRESS)).isEqualTo(LATER);
  }

  @Test
  void leavesTheSweepWhereItWasWhenTheDeviceBegins() {
    Update begun = scheduled().reported(report(UpdateStatus.IN_PROGRESS), LATER);

    assertThat(begun.course().dueAt()).isEqualTo(scheduled().course().dueAt());
  }

  @Test
  void takesTheEndAloneFromDevicesThatReportNothingElse() {
    Update done = scheduled().reported(report(UpdateStatus.COMPLETED), LATER);

    assertThat(done.status()).isEqualTo(UpdateStatus.COMPLETED);
    assertThat(done.course().progress().overall()).isEqualTo(100);
    assertThat(done.course().downloaded()).isTrue();
    assertThat(done.course().dueAt()).isNull();
  }

  @Test
  void ignoresALateReport() {
    Update verifying = scheduled().reported(report(UpdateStatus.VERIFYING), LATER);

    assertThat(verifying.reported(downloading(40), LATER)).isSameAs(verifying);
  }

  @Test
  void ignoresARepeatedReport() {
    Update half = scheduled().reported(downloading(50), LATER);

    assertThat(half.reported(downloading(50), LATER.plusSeconds(1))).isSameAs(half);
  }

  @ParameterizedTest
  @EnumSource(names = {"COMPLETED", "FAILED", "CANCELLED"})
  void changesNothingAfterTheEnd(UpdateStatus end) {
    Update ended = scheduled().reported(report(end), LATER);

    for (UpdateStatus late : UpdateStatus.values()) {
      assertThat(ended.reported(report(late), LATER)).isSameAs(ended);
    }
  }

  @Test
  void failsWhereTheChecksumIsWrongWhateverTheDeviceCallsIt() {
    Report bad =
        new Report(UpdateStatus.COMPLETED, null, null, null, false, null, null, "E1", "bad", null);

    Update failed = scheduled().reported(bad, LATER);

    assertThat(failed.status()).isEqualTo(UpdateStatus.FAILED);
    assertThat(failed.course().errorCode()).isEqualTo("CHECKSUM_MISMATCH");
    assertThat(failed.course().errorMessage()).isEqualTo("bad");
    assertThat(failed.course().checksumVerified()).isFalse();
  }

  @Test
  void failsWhereTheSignatureIsWrongOrTheDeviceIsNotWell() {
    Report unsigned =
        new Report(UpdateStatus.VERIFYING, null, null, null, true, false, null, null, null, null);
    Report unwell =
        new Report(UpdateStatus.COMPLETED, null, null, null, null, null, null, null, null, false);

    assertThat(scheduled().reported(unsigned, LATER).course().errorCode())
        .isEqualTo("SIGNATURE_INVALID");
    assertThat(scheduled().reported(unwell, LATER).course().errorCode()).isEqualTo("UNHEALTHY");
  }

  @Test
  void keepsTheLastProgressWhenItFails() {
    Update half = scheduled().reported(downloading(50), LATER);

    Update failed = half.reported(report(UpdateStatus.FAILED), LATER);

    assertThat(failed.course().progress().overall()).isEqualTo(27.5);
    assertThat(failed.course().errorCode()).isEqualTo("UNSPECIFIED");
  }

  @Test
  void endsAtOnceWhenItIsCancelledBeforeTheDeviceBegan() {
    Update cancelled = scheduled().cancelled("not today", LATER);

    assertThat(cancelled.status()).isEqualTo(UpdateStatus.CANCELLED);
    assertThat(cancelled.course().cancelReason()).isEqualTo("not today");
  }

  @Test
  void asksTheDeviceToGiveUpWhatItIsAtWorkOn() {
    Update begun = scheduled().reported(report(UpdateStatus.IN_PROGRESS), LATER);

    Update asked = begun.cancelled("not today", LATER);

    assertThat(asked.status()).isEqualTo(UpdateStatus.IN_PROGRESS);
    assertThat(asked.cancelling()).isTrue();
    assertThat(asked.reported(report(UpdateStatus.CANCELLED), LATER).status())
        .isEqualTo(UpdateStatus.CANCELLED);
  }

  @Test
  void completesWhereTheDeviceWasFasterThanTheCancellation() {
    Update asked =
        scheduled().reported(report(UpdateStatus.INSTALLING), LATER).cancelled("stop", LATER);

    assertThat(asked.reported(report(UpdateStatus.COMPLETED), LATER).status())
        .isEqualTo(UpdateStatus.COMPLETED);
  }

  @Test
  void failsWhenItsTimeIsOver() {
    Update begun = scheduled().reported(report(UpdateStatus.DOWNLOADING), LATER);

    Update failed = begun.swept(LATER.plus(TIMEOUT));

    assertThat(failed.status()).isEqualTo(UpdateStatus.FAILED);
    assertThat(failed.course().errorCode()).isEqualTo(Update.TIMEOUT);
  }

  @Test
  void isCancelledWhenTheDeviceDidNotConfirmInTime() {
    Update asked =
        scheduled().reported(report(UpdateStatus.DOWNLOADING), LATER).cancelled("stop", LATER);

    assertThat(asked.swept(LATER.plus(TIMEOUT)).status()).isEqualTo(UpdateStatus.CANCELLED);
  }

  @Test
  void isLookedAtAgainWhenTheDeviceBeganAfterItsRelease() {
    Update begun = scheduled().reported(report(UpdateStatus.DOWNLOADING), LATER);

    Update rearmed = begun.swept(NOW.plus(TIMEOUT));

    assertThat(rearmed.status()).isEqualTo(UpdateStatus.DOWNLOADING);
    assertThat(rearmed.course().dueAt()).isEqualTo(LATER.plus(TIMEOUT));
    assertThat(rearmed.swept(NOW.plus(TIMEOUT))).isSameAs(rearmed);
  }

  @Test
  void givesItsSlotBackWhenTheDeviceStaysSilent() {
    Update silent = scheduled().swept(NOW.plus(TIMEOUT));

    assertThat(silent.status()).isEqualTo(UpdateStatus.SCHEDULED);
    assertThat(silent.occupies()).isFalse();
    assertThat(silent.course().dueAt()).isNull();
  }

  @Test
  void countsAgainWhenASilentDeviceComesBack() {
    Update silent = scheduled().swept(NOW.plus(TIMEOUT));
    Instant back = NOW.plus(TIMEOUT).plusSeconds(5);

    Update begun = silent.reported(report(UpdateStatus.IN_PROGRESS), back);

    assertThat(begun.occupies()).isTrue();
    assertThat(begun.course().dueAt()).isEqualTo(back.plus(TIMEOUT));
  }

  @Test
  void beginsANewAttemptFromNothing() {
    Update failed =
        scheduled().reported(downloading(100), LATER).reported(report(UpdateStatus.FAILED), LATER);

    Update retried = failed.retried(LATER);

    assertThat(retried.status()).isEqualTo(UpdateStatus.SCHEDULED);
    assertThat(retried.course().retryCount()).isEqualTo(1);
    assertThat(retried.course().progress()).isEqualTo(Progress.NONE);
    assertThat(retried.course().errorCode()).isNull();
    assertThat(retried.course().timeoutAt()).isNull();
  }

  @Test
  void refusesAMoveThatItsStateForbids() {
    Update done = scheduled().reported(report(UpdateStatus.COMPLETED), LATER);

    assertThatThrownBy(() -> done.retried(LATER)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> done.givenUp("x", LATER)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void doesNotListenBeforeItsRelease() {
    Update created = created();

    assertThat(created.reported(report(UpdateStatus.COMPLETED), LATER)).isSameAs(created);
  }
}
