package io.updraft.device.cancel;

import io.updraft.device.domain.Update;
import io.updraft.device.domain.UpdateStatus;
import io.updraft.device.domain.Updates;
import io.updraft.device.moves.UpdateMoves;
import io.updraft.events.Origin;
import java.time.Clock;

/**
 * Cancels an update; a device that is at work on it is asked at its next poll to give it up, and
 * the retry of a failed one lapses.
 */
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
    boolean nothingToDo = update.settled() || update.cancelling();
    return nothingToDo ? update : update.cancelled(reason, clock.instant());
  }

  private static Cancelled judged(Update update) {
    boolean failed = update.status() == UpdateStatus.FAILED && !update.cancelling();
    boolean endedOtherwise = update.status() == UpdateStatus.COMPLETED || failed;
    return endedOtherwise ? new Cancelled.Ended(update) : new Cancelled.Accepted(update);
  }
}
