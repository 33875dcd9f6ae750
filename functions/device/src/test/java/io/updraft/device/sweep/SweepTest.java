package io.updraft.device.sweep;

import static io.updraft.device.domain.Samples.CAMPAIGN;
import static io.updraft.device.domain.Samples.DEVICE;
import static io.updraft.device.domain.Samples.NOW;
import static io.updraft.device.domain.Samples.device;
import static io.updraft.device.domain.Samples.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.device.domain.FakeClearances;
import io.updraft.device.domain.InMemoryUpdates;
import io.updraft.device.domain.Samples;
import io.updraft.device.domain.Update;
import io.updraft.device.domain.UpdateIndex;
import io.updraft.device.domain.UpdateRef;
import io.updraft.device.domain.UpdateStatus;
import io.updraft.device.moves.DueRollback;
import io.updraft.device.published.RollbackTrigger;
import io.updraft.firmware.published.CampaignGate;
import io.updraft.firmware.published.FirmwareStatus;
import io.updraft.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SweepTest {
  private static final Instant OVER = NOW.plus(Duration.ofHours(2));

  private final InMemoryUpdates updates = new InMemoryUpdates();
  private final FakeClearances firmware = new FakeClearances();
  private final MutableClock clock = MutableClock.at(OVER);

  private int sweep(String... due) {
    UpdateIndex index = new OnePart(List.of(due));
    DueRetry retry = new DueRetry(updates, updates.asDevices(), firmware, clock);
    DueRollback rollback = new DueRollback(updates, updates.asRollbacks(), firmware, clock);
    return new Sweep(index, updates, retry, rollback, clock).run();
  }

  @Test
  void failsWhatTookTooLong() {
    Update begun = Samples.scheduled().reported(report(UpdateStatus.DOWNLOADING), NOW);
    updates.add(begun);

    assertThat(sweep(begun.id())).isEqualTo(1);

    assertThat(updates.get(begun.id()).course().errorCode()).isEqualTo("TIMEOUT");
    assertThat(updates.events()).containsExactly("update.failed");
  }

  @Test
  void freesTheSlotOfASilentDevice() {
    updates.add(Samples.scheduled());

    sweep(Samples.scheduled().id());

    Update silent = updates.get(Samples.scheduled().id());
    assertThat(silent.status()).isEqualTo(UpdateStatus.SCHEDULED);
    assertThat(silent.occupies()).isFalse();
    assertThat(updates.events()).isEmpty();
  }

  @Test
  void changesNothingWhenItRunsAgain() {
    Update begun = Samples.scheduled().reported(report(UpdateStatus.DOWNLOADING), NOW);
    updates.add(begun);

    sweep(begun.id(), begun.id());

    assertThat(updates.events()).containsExactly("update.failed");
  }

  private Update failed(Update update) {
    Update failed = update.reported(report(UpdateStatus.FAILED), NOW);
    updates.add(device("acme", DEVICE, NOW));
    updates.add(failed);
    firmware.gate(CAMPAIGN, CampaignGate.OPEN);
    return failed;
  }

  private Update after(Update update) {
    return updates.get(update.id());
  }

  @ParameterizedTest
  @EnumSource(names = {"OPEN", "HOLD"})
  void triesAgainWhatHasFailedWhileTheCampaignRuns(CampaignGate gate) {
    Update failed = failed(Samples.scheduled());
    firmware.gate(CAMPAIGN, gate);

    sweep(failed.id(), failed.id());

    assertThat(after(failed).status()).isEqualTo(UpdateStatus.SCHEDULED);
    assertThat(after(failed).course().retryCount()).isEqualTo(1);
    assertThat(updates.events()).containsExactly("update.retried");
  }

  @Test
  void triesNothingAgainBeforeItsTime() {
    Update failed = failed(Samples.scheduled());
    clock.set(NOW);

    sweep(failed.id());

    assertThat(after(failed)).isEqualTo(failed);
  }

  @Test
  void looksAgainLaterWhereTheCampaignIsPaused() {
    Update failed = failed(Samples.scheduled());
    firmware.gate(CAMPAIGN, CampaignGate.PAUSED);

    sweep(failed.id());

    assertThat(after(failed).retrying()).isTrue();
    assertThat(after(failed).course().dueAt()).isAfter(OVER);
    assertThat(updates.events()).isEmpty();
  }

  @Test
  void letsTheRetryLapseWhereTheCampaignIsOver() {
    Update failed = failed(Samples.scheduled());
    firmware.gate(CAMPAIGN, CampaignGate.CANCELLED);

    sweep(failed.id());

    assertThat(after(failed).settled()).isTrue();
    assertThat(after(failed).occupies()).isFalse();
    assertThat(updates.events()).isEmpty();
  }

  @Test
  void letsTheRetryLapseWhereTheFirmwareIsRecalled() {
    Update failed = failed(Samples.single());
    firmware.status(FirmwareStatus.RECALLED);

    sweep(failed.id());

    assertThat(after(failed).settled()).isTrue();
  }

  @Test
  void letsTheRetryLapseWhereAnotherUpdateHasTakenThePlace() {
    Update failed = failed(Samples.scheduled());
    updates.add(Samples.single());

    sweep(failed.id());

    assertThat(after(failed).settled()).isTrue();
    assertThat(after(failed).status()).isEqualTo(UpdateStatus.FAILED);
  }

  @Test
  void letsTheRetryLapseWhereTheDeviceHasOutgrownIt() {
    Update failed = failed(Samples.single());
    updates.add(Samples.running(device("acme", DEVICE, NOW), "3.0.0"));

    sweep(failed.id());

    assertThat(after(failed).settled()).isTrue();
  }

  @Test
  void takesBackWhatTheReportHasLeftToIt() {
    firmware.earlier("1.0.0", FirmwareStatus.AVAILABLE);
    Update unwell =
        Samples.scheduled(Samples.triggers(RollbackTrigger.HEALTH_CHECK))
            .reported(Samples.unhealthy(), NOW);
    updates.add(device("acme", DEVICE, NOW));
    updates.add(unwell);

    sweep(unwell.id());
    sweep(unwell.id());

    assertThat(updates.rollbacks())
        .singleElement()
        .satisfies(r -> assertThat(r.trigger()).isEqualTo(RollbackTrigger.HEALTH_CHECK))
        .satisfies(r -> assertThat(r.toVersion()).isEqualTo("1.0.0"));
    assertThat(after(unwell).rollbackDue()).isFalse();
    assertThat(updates.events()).containsExactly("update.created", "rollback.initiated");
  }

  @Test
  void takesBackWhatTookTooLong() {
    firmware.earlier("1.0.0", FirmwareStatus.DEPRECATED);
    Update begun =
        Samples.scheduled(Samples.triggers(RollbackTrigger.TIMEOUT))
            .reported(report(UpdateStatus.DOWNLOADING), NOW);
    updates.add(device("acme", DEVICE, NOW));
    updates.add(begun);

    sweep(begun.id());

    assertThat(updates.events())
        .containsExactly("update.failed", "update.created", "rollback.initiated");
  }

  @Test
  void recordsARollbackForWhichThereIsNoFirmware() {
    Update unwell =
        Samples.scheduled(Samples.triggers(RollbackTrigger.HEALTH_CHECK))
            .reported(Samples.unhealthy(), NOW);
    updates.add(device("acme", DEVICE, NOW));
    updates.add(unwell);

    sweep(unwell.id());
    sweep(unwell.id());

    assertThat(updates.events()).containsExactly("rollback.initiated", "rollback.failed");
    assertThat(after(unwell).course().dueAt()).isNull();
  }

  @Test
  void goesOnAfterOneThatCannotBeSwept() {
    Update stuck = Samples.scheduled();
    Update other = Samples.single().reported(report(UpdateStatus.DOWNLOADING), NOW);
    updates.add(stuck);
    updates.add(other);
    updates.overtake(8);

    sweep(stuck.id(), other.id());

    assertThat(updates.get(other.id()).status()).isEqualTo(UpdateStatus.FAILED);
  }

  /** All that is due in one of the parts. */
  private record OnePart(List<String> ids) implements UpdateIndex {
    @Override
    public List<UpdateRef> due(int part, Instant now, int limit) {
      return part == 3 ? ids.stream().map(id -> new UpdateRef("acme", id)).toList() : List.of();
    }

    @Override
    public List<UpdateRef> dueAtService(int part, Instant now, int limit) {
      return List.of();
    }

    @Override
    public Page unfinishedSingles(String organization, String firmwareId, @Nullable String after) {
      return new Page(List.of(), null);
    }
  }
}
