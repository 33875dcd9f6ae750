package io.updraft.device.registry;

import io.updraft.device.domain.Device;
import io.updraft.firmware.published.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is said of a device by people and by the device itself. */
record Profile(
    @Nullable String name,
    @Nullable String model,
    @Nullable Version hardwareVersion,
    @Nullable Version firmwareVersion,
    List<String> groups,
    @Nullable String owner,
    Map<String, String> attributes,
    DeviceStatus status) {
  /** Of a device of which nothing is said. */
  static final Profile BLANK =
      new Profile(null, null, null, null, List.of(), null, Map.of(), DeviceStatus.ACTIVE);

  Profile {
    groups = groups.stream().distinct().toList();
    attributes = Map.copyOf(attributes);
  }

  static Profile of(Device device) {
    return new Profile(
        device.name(),
        device.model(),
        device.hardwareVersion(),
        device.firmwareVersion(),
        device.groups(),
        device.owner(),
        device.attributes(),
        DeviceStatus.ofWireName(device.status()));
  }

  /** This profile with these fields of the other. */
  Profile with(Profile other, Set<ProfileField> fields) {
    return new Profile(
        fields.contains(ProfileField.NAME) ? other.name : name,
        fields.contains(ProfileField.MODEL) ? other.model : model,
        fields.contains(ProfileField.HARDWARE_VERSION) ? other.hardwareVersion : hardwareVersion,
        fields.contains(ProfileField.FIRMWARE_VERSION) ? other.firmwareVersion : firmwareVersion,
        fields.contains(ProfileField.GROUPS) ? other.groups : groups,
        fields.contains(ProfileField.OWNER) ? other.owner : owner,
        fields.contains(ProfileField.ATTRIBUTES) ? other.attributes : attributes,
        fields.contains(ProfileField.STATUS) ? other.status : status);
  }

  /** A new device of this profile. */
  Device described(String organization, String deviceId, Instant createdAt) {
    return described(
        new Device(
            organization,
            deviceId,
            null,
            null,
            null,
            null,
            List.of(),
            null,
            Map.of(),
            status.wireName(),
            null,
            createdAt,
            List.of(),
            Device.Outcomes.NONE,
            Device.Dialogue.NONE));
  }

  /** The device with this profile. */
  Device described(Device device) {
    return new Device(
        device.organization(),
        device.deviceId(),
        name,
        model,
        hardwareVersion,
        firmwareVersion,
        groups,
        owner,
        attributes,
        status.wireName(),
        device.lastSeen(),
        device.createdAt(),
        device.inbox(),
        device.outcomes(),
        device.dialogue());
  }
}
