package io.updraft.device.registry;

import io.updraft.device.domain.Device;
import java.time.Instant;

/**
 * A device with what the registry keeps of its own writes.
 *
 * @param revision counts these writes; one that was decided on an older revision is refused
 */
public record Registered(Device device, long revision, Instant updatedAt, String updatedBy) {

  static Registered first(Device device, String createdBy) {
    return new Registered(device, 1, device.createdAt(), createdBy);
  }

  /** The device as it is after the change; the same where the change changes nothing. */
  Registered changed(Told told, Signature by) {
    Profile old = Profile.of(device);
    Profile wanted = told.over(old);
    return wanted.equals(old)
        ? this
        : new Registered(wanted.described(device), revision + 1, by.at(), by.user());
  }
}
