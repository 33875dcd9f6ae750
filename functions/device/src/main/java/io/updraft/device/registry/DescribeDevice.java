package io.updraft.device.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.updraft.firmware.published.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in the attributes that a device tells of itself by a protocol of its own. Those called
 * {@code model}, {@code hardware_version} and {@code firmware_version} also become the device's,
 * where they can be. What does not fit beside the rest of a device is left out and logged: a client
 * that is refused asks again for ever, and never gets to its update.
 */
public final class DescribeDevice {
  private static final Logger LOG = LoggerFactory.getLogger(DescribeDevice.class);

  private final PatchDevice patchDevice;

  public DescribeDevice(Registry registry) {
    this.patchDevice = new PatchDevice(registry);
  }

  /** What becomes of the attributes that there are. */
  public enum Mode {
    /** Those of other names stay. */
    MERGE,
    /** All go. */
    REPLACE,
    /** Those of these names go. */
    REMOVE
  }

  /** How it ended. */
  public enum Outcome {
    DONE,
    UNKNOWN_DEVICE,
    /** Others keep changing the device. */
    CONTENDED
  }

  public Outcome describe(
      String organization, String deviceId, Mode mode, Map<String, String> data, Instant now) {
    Signature by = new Signature(deviceId, now);
    return switch (patchDevice.patch(organization, deviceId, old -> told(old, mode, data), by)) {
      case PatchOutcome.Changed _ -> Outcome.DONE;
      case PatchOutcome.NotFound() -> Outcome.UNKNOWN_DEVICE;
      case PatchOutcome.Contended() -> Outcome.CONTENDED;
    };
  }

  private static Told told(Profile old, Mode mode, Map<String, String> data) {
    Map<String, String> named = mode == Mode.REMOVE ? Map.of() : data;
    Optional<String> model = Optional.ofNullable(named.get("model")).filter(DeviceFields::isModel);
    Optional<Version> hardware = version(named, "hardware_version");
    Optional<Version> firmware = version(named, "firmware_version");
    Set<ProfileField> given = EnumSet.of(ProfileField.ATTRIBUTES);
    model.ifPresent(_ -> given.add(ProfileField.MODEL));
    hardware.ifPresent(_ -> given.add(ProfileField.HARDWARE_VERSION));
    firmware.ifPresent(_ -> given.add(ProfileField.FIRMWARE_VERSION));
    Profile profile =
        new Profile(
            old.name(),
            model.orElse(null),
            hardware.orElse(null),
            firmware.orElse(null),
            old.groups(),
            old.owner(),
            fitting(attributes(old.attributes(), mode, data)),
            old.status());
    return new Told(profile, given);
  }

  private static Optional<Version> version(Map<String, String> data, String name) {
    return Optional.ofNullable(data.get(name)).flatMap(Version::parse);
  }

  private static Map<String, String> attributes(
      Map<String, String> old, Mode mode, Map<String, String> data) {
    Map<String, String> attributes = mode == Mode.REPLACE ? new HashMap<>() : new HashMap<>(old);
    if (mode == Mode.REMOVE) {
      attributes.keySet().removeAll(data.keySet());
    } else {
      attributes.putAll(data);
    }
    return attributes;
  }

  /** In the order of their names, so that the same are left out at each telling. */
  private static Map<String, String> fitting(Map<String, String> wanted) {
    Map<String, String> kept = new HashMap<>();
    int bytes = 0;
    for (var attribute : new TreeMap<>(wanted).entrySet()) {
      int more = bytes(attribute.getKey()) + bytes(attribute.getValue());
      if (kept.size() < DeviceFields.MOST_ATTRIBUTES
          && bytes + more <= DeviceFields.MOST_ATTRIBUTE_BYTES) {
        kept.put(attribute.getKey(), attribute.getValue());
        bytes += more;
      }
    }
    if (kept.size() < wanted.size()) {
      LOG.warn(
          "{} of {} attributes of a device don't fit", wanted.size() - kept.size(), wanted.size());
    }
    return kept;
  }

  private static int bytes(String text) {
    return text.getBytes(UTF_8).length;
  }
}
