package io.updraft.device.rollback;

import io.updraft.device.domain.Device;
import io.updraft.device.domain.Devices;
import io.updraft.device.moves.EarlierFirmware;
import io.updraft.device.moves.RollbackOrder;
import io.updraft.device.moves.TakeBack;
import io.updraft.device.published.RollbackTrigger;
import io.updraft.events.Origin;
import io.updraft.firmware.published.FirmwareFacts;
import io.updraft.firmware.published.Version;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes one device back to a version that it has had, because a user wants it. */
final class RollBackDevice {
  private static final Duration TIMEOUT = Duration.ofMinutes(60);

  private final Devices devices;
  private final EarlierFirmware earlier;
  private final TakeBack takeBack;

  RollBackDevice(Devices devices, EarlierFirmware earlier, TakeBack takeBack) {
    this.devices = devices;
    this.earlier = earlier;
    this.takeBack = takeBack;
  }

  RolledBack rollBack(Origin origin, String deviceId, Version to, String reason, String by) {
    Optional<Device> device = devices.find(origin.organizationId(), deviceId);
    return device
        .map(d -> rollBack(origin, d, to, order(d, to, reason, by)))
        .orElse(new RolledBack.NoSuchDevice());
  }

  private RolledBack rollBack(Origin origin, Device device, Version to, RollbackOrder order) {
    if (Objects.equals(device.firmwareVersion(), to)) {
      return new RolledBack.RunsIt();
    }
    EarlierFirmware.Found found = earlier.find(device.organization(), device.deviceId(), to, null);
    if (!found.had()) {
      return new RolledBack.NeverHad();
    }
    FirmwareFacts firmware = found.firmware();
    return firmware == null ? new RolledBack.FirmwareGone() : begun(origin, order, firmware);
  }

  private RolledBack begun(Origin origin, RollbackOrder order, FirmwareFacts firmware) {
    TakeBack.Beginning beginning = takeBack.begin(origin, order, firmware);
    return switch (beginning.begun()) {
      case BEGUN -> new RolledBack.Begun(beginning.rollback());
      case TAKEN -> new RolledBack.Taken();
      case DEVICE_GONE -> new RolledBack.NoSuchDevice();
      case FIRMWARE_GONE -> new RolledBack.FirmwareGone();
      case ALREADY -> throw new IllegalStateException("a new id that is taken");
    };
  }

  private static RollbackOrder order(Device device, Version to, String reason, String by) {
    return new RollbackOrder(
        device.organization(),
        null,
        null,
        device.deviceId(),
        RollbackTrigger.MANUAL,
        reason,
        text(device.firmwareVersion()),
        to.text(),
        null,
        TIMEOUT,
        by);
  }

  private static @Nullable String text(@Nullable Version version) {
    return version == null ? null : version.text();
  }
}
