package io.updraft.campaign.domain;

import io.updraft.device.published.DeviceFacts;
import io.updraft.firmware.published.Version;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which devices of the firmware's model are wanted; what is null does not narrow. A device that
 * does not tell what a filter asks for does not match.
 *
 * @param model always the firmware's own; given by callers who want to see it written down
 * @param firmwareVersion exactly this one
 * @param attributes each of them with exactly this value
 */
public record DeviceFilter(
    @Nullable String model,
    @Nullable Version minHardwareVersion,
    @Nullable Version maxHardwareVersion,
    @Nullable Version firmwareVersion,
    @Nullable Version minFirmwareVersion,
    @Nullable Version maxFirmwareVersion,
    @Nullable String owner,
    Map<String, String> attributes,
    @Nullable DeviceQuery query) {

  public DeviceFilter {
    attributes = Map.copyOf(attributes);
  }

  /** Whether it says nothing at all. */
  public boolean empty() {
    return equals(new DeviceFilter(null, null, null, null, null, null, null, Map.of(), null));
  }

  public boolean matches(DeviceFacts device) {
    return within(device.hardwareVersion(), minHardwareVersion, maxHardwareVersion)
        && within(device.firmwareVersion(), minFirmwareVersion, maxFirmwareVersion)
        && within(device.firmwareVersion(), firmwareVersion, firmwareVersion)
        && (owner == null || owner.equals(device.owner()))
        && device.attributes().entrySet().containsAll(attributes.entrySet())
        && (query == null || query.matches(device));
  }

  private static boolean within(
      @Nullable Version version, @Nullable Version least, @Nullable Version most) {
    boolean bounded = least != null || most != null;
    return !bounded || (version != null && version.within(least, most));
  }
}
