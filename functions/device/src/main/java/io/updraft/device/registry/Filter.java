package io.updraft.device.registry;

import io.updraft.device.domain.Device;
import io.updraft.firmware.published.Version;
import org.jspecify.annotations.Nullable;

/** Which devices a list shows; null filters nothing. */
public record Filter(
    @Nullable String group,
    @Nullable String model,
    @Nullable Version firmwareVersion,
    @Nullable String owner,
    @Nullable DeviceStatus status) {

  boolean matches(Device device) {
    return (group == null || device.groups().contains(group))
        && (model == null || model.equals(device.model()))
        && (firmwareVersion == null || firmwareVersion.equals(device.firmwareVersion()))
        && (owner == null || owner.equals(device.owner()))
        && (status == null || status.wireName().equals(device.status()));
  }

  /** Whether more is asked for than what a device is found by: one group, or one model. */
  boolean selective() {
    boolean both = group != null && model != null;
    return both || firmwareVersion != null || owner != null || status != null;
  }
}
