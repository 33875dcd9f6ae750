package io.updraft.device.registry;

import io.updraft.device.domain.UnfinishedUpdates;
import io.updraft.events.Origin;
import java.time.Clock;
import java.util.Optional;

/**
 * Takes a device out of the fleet. What is on its way to it is given up first; an update that
 * begins in between is found at the next attempt, since the deletion requires an empty inbox.
 */
final class DeleteDevice {
  private static final String REASON = "the device was deleted";

  private final Registry registry;
  private final UnfinishedUpdates updates;
  private final Clock clock;

  DeleteDevice(Registry registry, UnfinishedUpdates updates, Clock clock) {
    this.registry = registry;
    this.updates = updates;
    this.clock = clock;
  }

  DeleteOutcome delete(Origin origin, String deviceId) {
    for (int attempt = 0; attempt < PutDevice.MOST_ATTEMPTS; attempt++) {
      Optional<Registered> found = registry.find(origin.organizationId(), deviceId);
      if (found.isEmpty()) {
        return DeleteOutcome.NOT_FOUND;
      }
      if (removed(found.get(), origin)) {
        return DeleteOutcome.DELETED;
      }
    }
    return DeleteOutcome.CONTENDED;
  }

  private boolean removed(Registered device, Origin origin) {
    if (!device.device().inbox().isEmpty()) {
      updates.giveUp(device.device(), origin, REASON);
    }
    return registry.remove(device, origin, clock.instant()) == Registry.Stored.DONE;
  }
}
