package io.updraft.device.registry;

import io.updraft.device.domain.Device;
import io.updraft.firmware.published.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A device as answers show it. */
record DeviceView(
    String deviceId,
    @Nullable String name,
    @Nullable String model,
    @Nullable String hardwareVersion,
    @Nullable String firmwareVersion,
    List<String> groups,
    @Nullable String owner,
    Map<String, String> attributes,
    String status,
    @Nullable Instant lastSeen,
    Instant createdAt,
    Instant updatedAt) {

  static DeviceView of(Registered registered) {
    Device device = registered.device();
    return new DeviceView(
        device.deviceId(),
        device.name(),
        device.model(),
        text(device.hardwareVersion()),
        text(device.firmwareVersion()),
        device.groups(),
        device.owner(),
        new TreeMap<>(device.attributes()),
        device.status(),
        device.lastSeen(),
        device.createdAt(),
        registered.updatedAt());
  }

  private static @Nullable String text(@Nullable Version version) {
    return version == null ? null : version.text();
  }
}
