package io.updraft.device.ddi;

import static io.updraft.device.domain.Samples.CAMPAIGN;
import static io.updraft.device.domain.Samples.FIRMWARE;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.device.domain.Update;
import io.updraft.device.domain.UpdateStatus;
import io.updraft.events.Origin;
import io.updraft.firmware.published.CampaignGate;
import io.updraft.testing.ApiAnswer;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client says to a cancellation. */
@ExtendWith(DynamoDbServer.class)
class CancelFeedbackTest {
  private final DdiRig rig;

  CancelFeedbackTest(TestDatabase database) {
    this.rig = new DdiRig(database);
  }

  @BeforeEach
  void reset() {
    rig.reset();
  }

  private UpdateStatus statusAfter(Update update) {
    return rig.update(update.id()).status();
  }

  @Test
  void cancelledOnTheDeviceIsGivenUpAndConfirmed() {
    Update update = begunAndCancelled();
    String action = rig.action();
    ApiAnswer poll = rig.poll();
    assertThat(poll.text("/_links/cancelAction/href"))
        .endsWith("/cancelAction/" + action)
        .doesNotContain("?");
    ApiAnswer cancel =
        rig.on(rig.call("GET", "/cancelAction/{action_id}").path("action_id", action));
    assertThat(cancel.text("/cancelAction/stopId")).isEqualTo(action);
    assertThat(rig.deployment(action).status()).isEqualTo(404);
    assertThat(rig.cancelFeedback(action, "proceeding", "none").status()).isEqualTo(200);
    assertThat(statusAfter(update)).isEqualTo(UpdateStatus.IN_PROGRESS);
    assertThat(rig.cancelFeedback(action, "closed", "success").status()).isEqualTo(200);
    assertThat(statusAfter(update)).isEqualTo(UpdateStatus.CANCELLED);
  }

  @ParameterizedTest
  @CsvSource({"closed, failure", "rejected, none"})
  void deviceThatRefusesToGiveUpGoesOn(String execution, String finished) {
    Update update = begunAndCancelled();
    String action = rig.action();
    assertThat(rig.cancelFeedback(action, execution, finished).status()).isEqualTo(200);
    assertThat(rig.update(update.id()).cancelling()).isFalse();
    assertThat(rig.link("deploymentBase")).contains("/deploymentBase/" + action);
    rig.feedback(action, "closed", "success");
    assertThat(statusAfter(update)).isEqualTo(UpdateStatus.COMPLETED);
  }

  private Update begunAndCancelled() {
    Update update = rig.released();
    rig.feedback(rig.action(), "proceeding", "none");
    Update begun = rig.update(update.id());
    rig.stores
        .stores()
        .updates()
        .move(begun, begun.cancelled("by olga", rig.clock.instant()), Origin.of("acme"), null);
    return update;
  }

  @Test
  void campaignThatWasCancelledIsGivenUpBeforeAnyWorkerComes() {
    rig.released();
    rig.feedback(rig.action(), "proceeding", "none");
    rig.stores.clearance(FIRMWARE, CAMPAIGN, CampaignGate.CANCELLED);
    assertThat(rig.link("cancelAction")).isNotEmpty();
  }

  @Test
  void nothingToCancelIsNotAllowed() {
    Update update = rig.released();
    String action = rig.action();
    assertThat(rig.cancelFeedback(action, "closed", "success").status()).isEqualTo(405);
    assertThat(statusAfter(update)).isEqualTo(UpdateStatus.SCHEDULED);
    assertThat(
            rig.on(rig.call("GET", "/cancelAction/{action_id}").path("action_id", action)).status())
        .isEqualTo(404);
    assertThat(rig.cancelFeedback("5", "closed", "success").status()).isEqualTo(404);
  }
}
