package io.updraft.device.deleted;

import io.updraft.device.domain.Device;
import io.updraft.device.domain.Fleet;
import io.updraft.device.domain.Update;
import io.updraft.device.domain.Updates;
import io.updraft.device.domain.Updates.History;
import io.updraft.device.moves.UpdateMoves;
import io.updraft.events.Origin;
import io.updraft.events.UserDeleted;
import io.updraft.lambda.consumed.Handling;
import io.updraft.lambda.consumed.Walk;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Cancels what was on its way to the devices of a user when the account was closed. The devices
 * stay, and those that are at work on an update are asked to give it up.
 *
 * <p>Nothing finds devices by their owner, which almost nobody asks for: all are walked, since an
 * index would cost a write at each registration.
 */
final class CancelOwned {
  private static final String REASON = "the owner of the device was deleted";
  private static final int PAGE = 100;

  private final Fleet fleet;
  private final Updates updates;
  private final UpdateMoves moves;
  private final Walk walk;
  private final Clock clock;

  CancelOwned(Fleet fleet, Updates updates, Walk walk, Clock clock) {
    this.fleet = fleet;
    this.updates = updates;
    this.moves = new UpdateMoves(updates);
    this.walk = walk;
    this.clock = clock;
  }

  Handling cancelAll(UserDeleted event, Origin origin) {
    return walk.goOn(
        origin.organizationId(),
        "user.deleted " + event.userId(),
        event.timestamp(),
        place -> cancelPage(event, origin, place));
  }

  private @Nullable String cancelPage(UserDeleted event, Origin origin, @Nullable String place) {
    Fleet.Page page = fleet.browse(origin.organizationId(), place, PAGE);
    page.devices().stream()
        .filter(device -> event.userId().equals(device.owner()))
        .forEach(device -> cancel(device, event.timestamp(), origin));
    return page.next();
  }

  /** The inbox has all but automatic retries, which only the history tells of. */
  private void cancel(Device device, Instant deletion, Origin origin) {
    for (Device.Note note : device.inbox()) {
      moves.apply(device.organization(), note.updateId(), origin, u -> cancelled(u, deletion));
    }
    String after = null;
    do {
      History page = updates.ofDevice(device.organization(), device.deviceId(), PAGE, after);
      page.updates().forEach(u -> moves.applyTo(u, origin, null, now -> cancelled(now, deletion)));
      after = page.next();
    } while (after != null);
  }

  /** What was begun after the deletion was begun by somebody who knew what he did. */
  private Update cancelled(Update update, Instant deletion) {
    boolean stays =
        update.settled()
            || update.cancelling()
            || !update.assignment().createdAt().isBefore(deletion);
    return stays ? update : update.cancelled(REASON, clock.instant());
  }
}
