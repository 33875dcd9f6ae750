package io.updraft.device.download;

import io.updraft.device.domain.Device;
import io.updraft.device.domain.Devices;
import io.updraft.firmware.published.Clearance;
import io.updraft.firmware.published.Clearances;
import io.updraft.firmware.published.FirmwareFile;
import java.util.Optional;

/** Finds the bytes of a firmware for who may have them. */
final class GetDownload {
  private final Devices devices;
  private final Clearances clearances;

  GetDownload(Devices devices, Clearances clearances) {
    this.devices = devices;
    this.clearances = clearances;
  }

  /** For a user: any firmware of the organization whose bytes were verified. */
  Optional<FirmwareFile> forUser(String organization, String firmwareId) {
    return clearances.read(organization, firmwareId).map(Clearance::file);
  }

  /** For a device: only what one of its own unfinished updates brings, and is not recalled. */
  Optional<FirmwareFile> forDevice(String organization, String deviceId, String firmwareId) {
    boolean entitled =
        devices
            .find(organization, deviceId)
            .flatMap(d -> d.noteFor(firmwareId))
            .filter(Device.Note::released)
            .isPresent();
    return entitled
        ? clearances.read(organization, firmwareId).filter(c -> !c.recalled()).map(Clearance::file)
        : Optional.empty();
  }
}
