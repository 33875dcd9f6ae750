package io.updraft.device.moves;

import io.updraft.device.domain.Rollbacks;
import io.updraft.device.domain.Update;
import io.updraft.device.domain.Updates;
import io.updraft.device.published.RollbackTrigger;
import io.updraft.events.Event;
import io.updraft.events.Origin;
import io.updraft.firmware.published.FirmwareCatalogue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Carries out the rollback that the failure of an update has made due. The mark goes afterwards: a
 * crash between the two finds the rollback begun, by its id.
 */
public final class DueRollback {
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(5);

  private final TakeBack takeBack;
  private final UpdateMoves moves;
  private final Clock clock;

  public DueRollback(
      Updates updates, Rollbacks rollbacks, FirmwareCatalogue catalogue, Clock clock) {
    this.takeBack = new TakeBack(updates, rollbacks, catalogue, clock);
    this.moves = new UpdateMoves(updates);
    this.clock = clock;
  }

  /** Does nothing for an update whose device is not to be taken back, or not at this time. */
  public void carryOut(Origin origin, Update failed) {
    RollbackTrigger trigger = failed.course().rollbackDue();
    Instant due = failed.course().dueAt();
    if (trigger == null || due == null || clock.instant().isBefore(due)) {
      return;
    }
    String reason = reason(failed, trigger);
    TakeBack.Outcome outcome =
        takeBack.carryOut(origin, RollbackOrder.against(failed, trigger, reason, Event.SYSTEM));
    Instant now = clock.instant();
    moves.applyTo(failed, origin, null, update -> after(outcome, update, now));
  }

  private static Update after(TakeBack.Outcome outcome, Update update, Instant now) {
    return switch (outcome) {
      case LATER -> update.rollbackDue() ? update.putOff(now.plus(LOOK_AGAIN), now) : update;
      case BEGUN, ALREADY, DEVICE_GONE, IMPOSSIBLE -> update.rollbackBegun(now);
    };
  }

  private static String reason(Update failed, RollbackTrigger trigger) {
    String why =
        switch (trigger) {
          case HEALTH_CHECK -> "the device was not well after update %s";
          case TIMEOUT -> "update %s was not finished in time";
          case ERROR_THRESHOLD, FAILURE_RATE, MANUAL -> "update %s failed, and no retry is left";
        };
    return why.formatted(failed.id());
  }
}
