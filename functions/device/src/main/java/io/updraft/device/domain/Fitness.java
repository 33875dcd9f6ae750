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
    return obstacle(KnownDevice.of(device), firmware);
  }

  /** The same for a device as whoever knows the fleet describes it. */
  public static Optional<String> obstacle(KnownDevice device, FirmwareFacts firmware) {
    return misfit(
            device.model(),
            device.hardwareVersion(),
            firmware.deviceModel(),
            firmware.minHardwareVersion(),
            firmware.maxHardwareVersion())
        .or(() -> version(device, firmware));
  }

  /** Why a device is not of the wanted model, or its hardware outside the range. */
  static Optional<String> misfit(
      @Nullable String model,
      @Nullable Version hardware,
      String wantedModel,
      @Nullable Version minHardware,
      @Nullable Version maxHardware) {
    if (!wantedModel.equals(model)) {
      return Optional.of(
          "the firmware is for model %s, the device is %s".formatted(wantedModel, known(model)));
    }
    boolean bounded = minHardware != null || maxHardware != null;
    boolean within = hardware == null ? !bounded : hardware.within(minHardware, maxHardware);
    return within
        ? Optional.empty()
        : Optional.of("the device's hardware version is outside the firmware's range");
  }

  private static Optional<String> version(KnownDevice device, FirmwareFacts firmware) {
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
