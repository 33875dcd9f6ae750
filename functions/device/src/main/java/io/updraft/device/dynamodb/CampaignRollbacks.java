package io.updraft.device.dynamodb;

import io.updraft.device.domain.Device;
import io.updraft.device.domain.Devices;
import io.updraft.device.domain.Rollbacks;
import io.updraft.device.domain.Update;
import io.updraft.device.domain.UpdateStatus;
import io.updraft.device.domain.Updates;
import io.updraft.device.moves.RollbackOrder;
import io.updraft.device.moves.TakeBack;
import io.updraft.device.moves.UpdateMoves;
import io.updraft.device.published.CampaignUpdates.RollingBack;
import io.updraft.device.published.RollbackTrigger;
import io.updraft.device.published.Rollout;
import io.updraft.events.Event;
import io.updraft.firmware.published.FirmwareCatalogue;
import java.time.Clock;

/** Takes the devices of a campaign back, target by target. */
final class CampaignRollbacks {
  private final Devices devices;
  private final UpdateMoves moves;
  private final TakeBack takeBack;
  private final Clock clock;

  CampaignRollbacks(
      Devices devices,
      Updates updates,
      Rollbacks rollbacks,
      FirmwareCatalogue catalogue,
      Clock clock) {
    this.devices = devices;
    this.moves = new UpdateMoves(updates);
    this.takeBack = new TakeBack(updates, rollbacks, catalogue, clock);
    this.clock = clock;
  }

  RollingBack rollBack(Rollout rollout, Update found, RollbackTrigger trigger, String reason) {
    Update update = withoutRetry(rollout, found);
    if (!update.status().ended()) {
      return RollingBack.UNFINISHED;
    }
    return update.status() == UpdateStatus.COMPLETED && stillRuns(update)
        ? takenBack(rollout, RollbackOrder.against(update, trigger, reason, Event.SYSTEM))
        : RollingBack.NEEDLESS;
  }

  /** A retry that is due would bring the update back behind the campaign's back. */
  private Update withoutRetry(Rollout rollout, Update found) {
    return moves.applyTo(
        found,
        rollout.origin(),
        null,
        u -> u.retrying() ? u.lapsed("the campaign is rolled back", clock.instant()) : u);
  }

  private boolean stillRuns(Update update) {
    return devices
        .find(update.assignment().organization(), update.assignment().deviceId())
        .map(Device::firmwareVersion)
        .filter(running -> running.text().equals(update.assignment().firmwareVersion()))
        .isPresent();
  }

  private RollingBack takenBack(Rollout rollout, RollbackOrder order) {
    return switch (takeBack.carryOut(rollout.origin(), order)) {
      case BEGUN -> RollingBack.BEGUN;
      case ALREADY -> RollingBack.ALREADY;
      case LATER -> RollingBack.UNFINISHED;
      case DEVICE_GONE -> RollingBack.NEEDLESS;
      case IMPOSSIBLE -> RollingBack.IMPOSSIBLE;
    };
  }
}
