package io.updraft.device.published;

import io.updraft.firmware.published.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What decides whether a device can be a target.
 *
 * @param attributes by name, in the words of those who registered the device
 * @param held the firmware that an unfinished update is bringing to the device
 */
public record DeviceFacts(
    String deviceId,
    @Nullable String model,
    @Nullable Version hardwareVersion,
    @Nullable Version firmwareVersion,
    @Nullable String owner,
    List<String> groups,
    String status,
    Map<String, String> attributes,
    List<Held> held) {

  /** An unfinished update of the device. */
  public record Held(String firmwareId, String updateId, @Nullable String campaignId) {}

  public DeviceFacts {
    groups = List.copyOf(groups);
    attributes = Map.copyOf(attributes);
    held = List.copyOf(held);
  }

  public Optional<Held> heldFor(String firmwareId) {
    return held.stream().filter(h -> h.firmwareId().equals(firmwareId)).findFirst();
  }
}
