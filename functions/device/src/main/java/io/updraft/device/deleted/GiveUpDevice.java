package io.updraft.device.deleted;

import io.updraft.device.domain.Device;
import io.updraft.device.domain.Devices;
import io.updraft.device.domain.Fleet;
import io.updraft.device.domain.UnfinishedUpdates;
import io.updraft.device.domain.Update;
import io.updraft.device.domain.Updates;
import io.updraft.device.domain.Updates.History;
import io.updraft.device.moves.GiveUpUpdates;
import io.updraft.device.moves.UpdateMoves;
import io.updraft.events.DeviceDeleted;
import io.updraft.events.Origin;
import io.updraft.lambda.consumed.Handling;
import io.updraft.lambda.consumed.Walk;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Ends what is on its way to a device that is gone, and takes the device out of the registry. A
 * device that was registered under the same id after the deletion is another one: neither it nor
 * what was begun for it is touched.
 *
 * <p>Where Updraft itself has deleted the device there is little left to do: the registry's
 * deletion has ended all but automatic retries and rollbacks that are due.
 */
final class GiveUpDevice {
  private static final String REASON = "the device was deleted";
  private static final int MOST_ATTEMPTS = 5;
  private static final int PAGE = 100;

  private final Devices devices;
  private final Fleet fleet;
  private final Updates updates;
  private final UnfinishedUpdates unfinished;
  private final UpdateMoves moves;
  private final Walk walk;
  private final Clock clock;

  GiveUpDevice(Devices devices, Fleet fleet, Updates updates, Walk walk, Clock clock) {
    this.devices = devices;
    this.fleet = fleet;
    this.updates = updates;
    this.unfinished = new GiveUpUpdates(updates, clock);
    this.moves = new UpdateMoves(updates);
    this.walk = walk;
    this.clock = clock;
  }

  Handling giveUp(DeviceDeleted event, Origin origin) {
    return isOut(event, origin)
        ? walk.goOn(
            origin.organizationId(),
            "device.deleted " + event.deviceId(),
            event.timestamp(),
            place -> endPage(event, origin, place))
        : new Handling.Again("others keep changing the device");
  }

  /** An update that begins in between is found at the next attempt, as in the registry's DELETE. */
  private boolean isOut(DeviceDeleted event, Origin origin) {
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      Optional<Device> device =
          devices
              .find(origin.organizationId(), event.deviceId())
              .filter(found -> found.createdAt().isBefore(event.timestamp()));
      if (device.isEmpty() || forgotten(device.get(), origin)) {
        return true;
      }
    }
    return false;
  }

  private boolean forgotten(Device device, Origin origin) {
    unfinished.giveUp(device, origin, REASON);
    return fleet.forget(device);
  }

  private @Nullable String endPage(DeviceDeleted event, Origin origin, @Nullable String place) {
    History page = updates.ofDevice(origin.organizationId(), event.deviceId(), PAGE, place);
    page.updates().stream()
        .filter(update -> update.assignment().createdAt().isBefore(event.timestamp()))
        .forEach(update -> moves.applyTo(update, origin, null, this::ended));
    return page.next();
  }

  private Update ended(Update update) {
    Instant now = clock.instant();
    if (!update.status().ended()) {
      return update.givenUp(REASON, now);
    }
    return update.retrying() ? update.lapsed(REASON, now) : update.rollbackBegun(now);
  }
}
