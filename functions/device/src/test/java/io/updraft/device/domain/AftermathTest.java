package io.updraft.device.domain;

import static io.updraft.device.domain.Samples.NOW;
import static io.updraft.device.domain.Samples.failed;
import static io.updraft.device.domain.Samples.report;
import static io.updraft.device.domain.Samples.scheduled;
import static io.updraft.device.domain.Samples.triggers;
import static io.updraft.device.domain.Samples.unhealthy;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.device.published.RollbackTrigger;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AftermathTest {
  private static final Instant LATER = NOW.plusSeconds(30);

  private static Update usedUp(Update update) {
    Update failed = update;
    for (int attempt = 0; attempt < 3; attempt++) {
      failed = failed.reported(failed("E1"), LATER).retried(LATER);
    }
    return failed.reported(failed("E1"), LATER);
  }

  @Test
  void triesAgainAfterTimesThatDouble() {
    Update first = scheduled().reported(failed("E1"), LATER);
    Update second = first.retried(LATER).reported(failed("E1"), LATER);
    Update third = second.retried(LATER).reported(failed("E1"), LATER);

    assertThat(first.course().dueAt()).isEqualTo(LATER.plus(Duration.ofMinutes(1)));
    assertThat(second.course().dueAt()).isEqualTo(LATER.plus(Duration.ofMinutes(2)));
    assertThat(third.course().dueAt()).isEqualTo(LATER.plus(Duration.ofMinutes(4)));
    assertThat(first.retrying()).isTrue();
    assertThat(first.occupies()).isTrue();
    assertThat(first.settled()).isFalse();
  }

  @Test
  void triesAgainWhatTookTooLong() {
    Update begun = scheduled().reported(report(UpdateStatus.DOWNLOADING), NOW);

    assertThat(begun.swept(NOW.plus(Duration.ofHours(1))).retrying()).isTrue();
  }

  @Test
  void stopsWhenAllRetriesAreUsedUp() {
    Update failed = usedUp(scheduled());

    assertThat(failed.course().retryCount()).isEqualTo(3);
    assertThat(failed.settled()).isTrue();
    assertThat(failed.occupies()).isFalse();
    assertThat(failed.course().dueAt()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SIGNATURE_INVALID", "UNHEALTHY"})
  void doesNotTryAgainWhatCannotGetBetter(String code) {
    assertThat(scheduled().reported(failed(code), LATER).settled()).isTrue();
  }

  @Test
  void doesNotTryAgainWhatIsToBeGivenUp() {
    Update asked =
        scheduled().reported(report(UpdateStatus.DOWNLOADING), NOW).cancelled("stop", NOW);

    assertThat(asked.reported(failed("E1"), LATER).settled()).isTrue();
  }

  @Test
  void lapsesWhenItIsCancelled() {
    Update lapsed = scheduled().reported(failed("E1"), LATER).cancelled("stop", LATER);

    assertThat(lapsed.status()).isEqualTo(UpdateStatus.FAILED);
    assertThat(lapsed.settled()).isTrue();
    assertThat(lapsed.course().cancelReason()).isEqualTo("stop");
    assertThat(lapsed.course().sequence())
        .isEqualTo(scheduled().reported(failed("E1"), LATER).course().sequence());
  }

  @Test
  void takesBackADeviceThatIsNotWell() {
    Update failed = scheduled(triggers(RollbackTrigger.HEALTH_CHECK)).reported(unhealthy(), LATER);

    assertThat(failed.course().rollbackDue()).isEqualTo(RollbackTrigger.HEALTH_CHECK);
    assertThat(failed.course().dueAt()).isEqualTo(LATER);
    assertThat(failed.retrying()).isFalse();
    assertThat(failed.occupies()).isFalse();
  }

  @Test
  void takesBackWhatTookTooLongInsteadOfTryingAgain() {
    Update begun =
        scheduled(triggers(RollbackTrigger.TIMEOUT))
            .reported(report(UpdateStatus.DOWNLOADING), NOW);

    Update failed = begun.swept(NOW.plus(Duration.ofHours(1)));

    assertThat(failed.course().rollbackDue()).isEqualTo(RollbackTrigger.TIMEOUT);
    assertThat(failed.retrying()).isFalse();
  }

  @Test
  void takesBackAfterTheLastRetryOnly() {
    Update update = scheduled(triggers(RollbackTrigger.ERROR_THRESHOLD));

    assertThat(update.reported(failed("E1"), LATER).rollbackDue()).isFalse();
    assertThat(usedUp(update).course().rollbackDue()).isEqualTo(RollbackTrigger.ERROR_THRESHOLD);
  }

  @Test
  void takesBackForNothingThatTheCampaignDoesNotName() {
    Update update = scheduled(triggers(RollbackTrigger.TIMEOUT, RollbackTrigger.FAILURE_RATE));

    assertThat(update.reported(unhealthy(), LATER).rollbackDue()).isFalse();
    assertThat(usedUp(update).rollbackDue()).isFalse();
  }

  @Test
  void forgetsTheRollbackOnceItIsBegun() {
    Update failed = scheduled(triggers(RollbackTrigger.HEALTH_CHECK)).reported(unhealthy(), LATER);

    Update begun = failed.rollbackBegun(LATER);

    assertThat(begun.rollbackDue()).isFalse();
    assertThat(begun.course().dueAt()).isNull();
    assertThat(begun.rollbackBegun(LATER)).isSameAs(begun);
  }
}
