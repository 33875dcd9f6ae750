package io.updraft.alert.domain;

import io.updraft.device.published.DeviceFacts;
import io.updraft.firmware.published.Version;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which devices a rule is for, by what the registry knows of them; what is null does not narrow. A
 * device that does not tell what a filter asks for does not match.
 *
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
    Map<String, String> attributes) {
  private static final DeviceFilter NOTHING =
      new DeviceFilter(null, null, null, null, null, null, null, Map.of());

  public DeviceFilter {
    attributes = Map.copyOf(attributes);
  }

  /** Whether it says nothing at all. */
  public boolean empty() {
    return equals(NOTHING);
  }

  /** Whether the device tells all that is asked for. */
  public boolean matches(DeviceFacts device) {
    return same(model, device.model())
        && same(owner, device.owner())
        && same(firmwareVersion, device.firmwareVersion())
        && within(device.hardwareVersion(), minHardwareVersion, maxHardwareVersion)
        && within(device.firmwareVersion(), minFirmwareVersion, maxFirmwareVersion)
        && device.attributes().entrySet().containsAll(attributes.entrySet());
  }

  private static boolean same(@Nullable Object wanted, @Nullable Object told) {
    return wanted == null || wanted.equals(told);
  }

  private static boolean within(
      @Nullable Version told, @Nullable Version least, @Nullable Version most) {
    return (least == null && most == null) || (told != null && told.within(least, most));
  }
}
