package io.updraft.device.moves;

import io.updraft.device.domain.Device;
import io.updraft.device.domain.UnfinishedUpdates;
import io.updraft.device.domain.Update;
import io.updraft.device.domain.Updates;
import io.updraft.events.Origin;
import java.time.Clock;

/**
 * Cancels the updates in a device's inbox without waiting for the device, which will not confirm
 * any more.
 */
public final class GiveUpUpdates implements UnfinishedUpdates {
  private final UpdateMoves moves;
  private final Clock clock;

  public GiveUpUpdates(Updates updates, Clock clock) {
    this.moves = new UpdateMoves(updates);
    this.clock = clock;
  }

  @Override
  public void giveUp(Device device, Origin origin, String reason) {
    for (Device.Note note : device.inbox()) {
      moves.apply(
          device.organization(), note.updateId(), origin, update -> givenUp(update, reason));
    }
  }

  private Update givenUp(Update update, String reason) {
    return update.status().ended() ? update : update.givenUp(reason, clock.instant());
  }
}
