package io.updraft.device.domain;

import io.updraft.firmware.published.Version;
import org.jspecify.annotations.Nullable;

/**
 * A device as whoever knows the fleet describes it.
 *
 * @param hardwareVersion null where it is not known, or is no version
 * @param firmwareVersion null where it is not known, or is no version
 * @param owner the user that it belongs to
 * @param registered the device of the built-in registry, where that was asked; null otherwise
 */
public record KnownDevice(
    String deviceId,
    @Nullable String name,
    @Nullable String model,
    @Nullable String status,
    @Nullable Version hardwareVersion,
    @Nullable Version firmwareVersion,
    @Nullable String owner,
    @Nullable Device registered) {

  /** The device of the built-in registry. */
  public static KnownDevice of(Device device) {
    return new KnownDevice(
        device.deviceId(),
        device.name(),
        device.model(),
        device.status(),
        device.hardwareVersion(),
        device.firmwareVersion(),
        device.owner(),
        device);
  }

  /** The built-in registry's device, with model and versions as they are said to be here. */
  public Device describing(Device own) {
    return new Device(
        own.organization(),
        own.deviceId(),
        own.name(),
        model,
        hardwareVersion,
        firmwareVersion,
        own.groups(),
        own.owner(),
        own.attributes(),
        own.status(),
        own.lastSeen(),
        own.createdAt(),
        own.inbox(),
        own.outcomes(),
        own.dialogue());
  }
}
