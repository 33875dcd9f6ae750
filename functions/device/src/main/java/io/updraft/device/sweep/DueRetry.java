package io.updraft.device.sweep;

import io.updraft.device.domain.Devices;
import io.updraft.device.domain.Update;
import io.updraft.device.domain.Updates;
import io.updraft.device.domain.Updates.Stored;
import io.updraft.device.moves.RetryRules;
import io.updraft.device.moves.UpdateMoves;
import io.updraft.events.Origin;
import io.updraft.firmware.published.Clearances;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Tries a failed update again when its time has come, or lets the retry lapse. */
final class DueRetry {
  /** A paused campaign can be resumed at any time. */
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(5);

  private final Updates updates;
  private final UpdateMoves moves;
  private final RetryRules rules;
  private final Clock clock;

  DueRetry(Updates updates, Devices devices, Clearances clearances, Clock clock) {
    this.updates = updates;
    this.moves = new UpdateMoves(updates);
    this.rules = new RetryRules(devices, clearances);
    this.clock = clock;
  }

  /** Does nothing before its time. */
  void carryOut(Origin origin, Update failed) {
    Instant due = failed.course().dueAt();
    if (due == null || clock.instant().isBefore(due)) {
      return;
    }
    switch (rules.leave(failed)) {
      case GIVEN -> retryUnlessOutgrown(origin, failed);
      case LATER -> putOff(origin, failed);
      case NEVER -> lapse(origin, failed, "the campaign does not run, or the firmware is recalled");
    }
  }

  private void retryUnlessOutgrown(Origin origin, Update failed) {
    if (rules.newerOn(failed).isPresent()) {
      lapse(origin, failed, "the device runs a version that is not older by now");
      return;
    }
    Stored stored = updates.move(failed, failed.retried(clock.instant()), origin, null);
    if (stored == Stored.TAKEN) {
      lapse(origin, failed, "the device is gone, or has another update to this firmware");
    }
  }

  private void putOff(Origin origin, Update failed) {
    Instant now = clock.instant();
    moves.applyTo(
        failed, origin, null, u -> u.retrying() ? u.putOff(now.plus(LOOK_AGAIN), now) : u);
  }

  private void lapse(Origin origin, Update failed, String reason) {
    moves.applyTo(failed, origin, null, u -> u.retrying() ? u.lapsed(reason, clock.instant()) : u);
  }
}
