package io.updraft.device.cancel;

import io.updraft.device.domain.Update;
import io.updraft.device.domain.UpdateMoves;
import io.updraft.device.domain.UpdateStatus;
import io.updraft.device.domain.Updates;
import io.updraft.events.Origin;
import java.time.Clock;

/** Cancels an update; a device that is at work on it is asked at its next poll to give it up. */
final class CancelUpdate {
  private final Updates updates;
  private final UpdateMoves moves;
  private final Clock clock;

  CancelUpdate(Updates updates, Clock clock) {
    this.updates = updates;
    this.moves = new UpdateMoves(updates);
    this.clock = clock;
  }

  Cancelled cancel(Origin origin, String updateId, String reason) {
    return updates
        .find(origin.organizationId(), updateId)
        .map(found -> judged(moves.applyTo(found, origin, null, u -> cancelled(u, reason))))
        .orElse(new Cancelled.NotFound());
  }

  private Update cancelled(Update update, String reason) {
    boolean nothingToDo = update.status().ended() || update.cancelling();
    return nothingToDo ? update : update.cancelled(reason, clock.instant());
  }

  private static Cancelled judged(Update update) {
    boolean endedOtherwise =
        update.status() == UpdateStatus.COMPLETED || update.status() == UpdateStatus.FAILED;
    return endedOtherwise ? new Cancelled.Ended(update) : new Cancelled.Accepted(update);
  }
}
