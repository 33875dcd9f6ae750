package io.updraft.device.registry;

import io.updraft.device.domain.Device;
import io.updraft.firmware.published.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Devices to test with. */
public final class Samples {
  public static final String ORG = "org";
  public static final Instant NOW = Instant.parse("2026-01-31T08:15:00.123Z");

  private Samples() {}

  /** A new device, created by ann. */
  public static Registered device(String deviceId, @Nullable String model, String... groups) {
    return deviceAt(NOW, deviceId, model, groups);
  }

  /** A new device, created by ann at the time. */
  public static Registered deviceAt(
      Instant time, String deviceId, @Nullable String model, String... groups) {
    return Registered.first(
        new Profile(
                "Pump",
                model,
                Version.of("1.0.0"),
                Version.of("2.0.0"),
                List.of(groups),
                "ann",
                Map.of("site", "7"),
                DeviceStatus.ACTIVE)
            .described(ORG, deviceId, time),
        "ann");
  }

  /** The device with other groups and another model. */
  public static Registered moved(Registered device, @Nullable String model, String... groups) {
    Profile wanted = profile(device.device(), model, List.of(groups));
    return new Registered(
        wanted.described(device.device()), device.revision() + 1, NOW.plusSeconds(5), "bob");
  }

  /** The device with this inbox. */
  public static Device holding(Device device, List<Device.Note> inbox) {
    return new Device(
        device.organization(),
        device.deviceId(),
        device.name(),
        device.model(),
        device.hardwareVersion(),
        device.firmwareVersion(),
        device.groups(),
        device.owner(),
        device.attributes(),
        device.status(),
        device.lastSeen(),
        device.createdAt(),
        inbox,
        device.outcomes(),
        Device.Dialogue.NONE);
  }

  private static Profile profile(Device device, @Nullable String model, List<String> groups) {
    Profile old = Profile.of(device);
    return new Profile(
        old.name(),
        model,
        old.hardwareVersion(),
        old.firmwareVersion(),
        groups,
        old.owner(),
        old.attributes(),
        old.status());
  }
}
