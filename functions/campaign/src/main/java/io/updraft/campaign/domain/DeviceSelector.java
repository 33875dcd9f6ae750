package io.updraft.campaign.domain;

import io.updraft.device.published.DeviceFacts;
import io.updraft.firmware.published.Version;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which of a device's facts a query asks for.
 *
 * @param attribute the name of the attribute, of that kind only
 */
public record DeviceSelector(Kind kind, @Nullable String attribute) {
  private static final String ATTRIBUTES = "attributes.";

  /** The facts that can be asked for. */
  public enum Kind {
    MODEL,
    HARDWARE_VERSION,
    FIRMWARE_VERSION,
    OWNER,
    GROUP,
    STATUS,
    DEVICE_ID,
    ATTRIBUTE
  }

  /** As a query names it: {@code firmware_version}, {@code attributes.region}; empty for none. */
  public static Optional<DeviceSelector> of(String name) {
    if (name.startsWith(ATTRIBUTES) && name.length() > ATTRIBUTES.length()) {
      String attribute = name.substring(ATTRIBUTES.length());
      return Optional.of(new DeviceSelector(Kind.ATTRIBUTE, attribute));
    }
    for (Kind kind : Kind.values()) {
      if (kind != Kind.ATTRIBUTE && kind.name().toLowerCase(Locale.ROOT).equals(name)) {
        return Optional.of(new DeviceSelector(kind, null));
      }
    }
    return Optional.empty();
  }

  /** Whether its values are versions. */
  public boolean version() {
    return kind == Kind.HARDWARE_VERSION || kind == Kind.FIRMWARE_VERSION;
  }

  /** What the device tells; several for groups, none for what it does not tell. */
  List<String> values(DeviceFacts device) {
    return switch (kind) {
      case MODEL -> list(device.model());
      case HARDWARE_VERSION -> list(device.hardwareVersion());
      case FIRMWARE_VERSION -> list(device.firmwareVersion());
      case OWNER -> list(device.owner());
      case GROUP -> device.groups();
      case STATUS -> List.of(device.status());
      case DEVICE_ID -> List.of(device.deviceId());
      case ATTRIBUTE -> attribute == null ? List.of() : list(device.attributes().get(attribute));
    };
  }

  private static List<String> list(@Nullable String value) {
    return value == null ? List.of() : List.of(value);
  }

  private static List<String> list(@Nullable Version version) {
    return version == null ? List.of() : List.of(version.text());
  }
}
