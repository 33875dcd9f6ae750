package io.updraft.device.domain;

import io.updraft.firmware.published.FirmwareFacts;
import io.updraft.firmware.published.Version;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a firmware is made for a device, and newer than what it runs. */
public final class Fitness {
  private Fitness() {}

  /** What speaks against it, as a sentence; empty where nothing does. */
  public static Optional<String> obstacle(Device device, FirmwareFacts firmware) {
    if (!firmware.deviceModel().equals(device.model())) {
      return Optional.of(
          "the firmware is for model %s, the device is %s"
              .formatted(firmware.deviceModel(), known(device.model())));
    }
    return hardware(device, firmware).or(() -> version(device, firmware));
  }

  private static Optional<String> hardware(Device device, FirmwareFacts firmware) {
    Version hardware = device.hardwareVersion();
    boolean bounded =
        firmware.minHardwareVersion() != null || firmware.maxHardwareVersion() != null;
    boolean within =
        hardware == null
            ? !bounded
            : hardware.within(firmware.minHardwareVersion(), firmware.maxHardwareVersion());
    return within
        ? Optional.empty()
        : Optional.of("the device's hardware version is outside the firmware's range");
  }

  private static Optional<String> version(Device device, FirmwareFacts firmware) {
    Version running = device.firmwareVersion();
    return running == null || running.compareTo(firmware.version()) < 0
        ? Optional.empty()
        : Optional.of(
            "the device runs version %s, which is not older than %s"
                .formatted(running, firmware.version()));
  }

  private static String known(@Nullable String model) {
    return model == null ? "of an unknown model" : model;
  }
}
