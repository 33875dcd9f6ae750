package io.updraft.device.download;

import io.updraft.device.domain.Device;
import io.updraft.device.domain.Devices;
import io.updraft.firmware.published.Clearance;
import io.updraft.firmware.published.Clearances;
import io.updraft.firmware.published.FirmwareFile;
import java.util.Optional;

/** Finds the bytes of a firmware for who may have them. */
public final class GetDownload {
  private final Devices devices;
  private final Clearances clearances;

  public GetDownload(Devices devices, Clearances clearances) {
    this.devices = devices;
    this.clearances = clearances;
  }

  /** For a user: any firmware of the organization whose bytes were verified. */
  Optional<FirmwareFile> forUser(String organization, String firmwareId) {
    return clearances.read(organization, firmwareId).map(Clearance::file);
  }

  /** For a device: only what one of its own unfinished updates brings, and is not recalled. */
  public Optional<Granted> forDevice(String organization, String deviceId, String firmwareId) {
    return devices
        .find(organization, deviceId)
        .flatMap(d -> d.noteFor(firmwareId))
        .filter(Device.Note::released)
        .flatMap(
            note ->
                clearances
                    .read(organization, firmwareId)
                    .filter(c -> !c.recalled())
                    .map(c -> new Granted(note, c.file())));
  }

  /**
   * What a device may fetch.
   *
   * @param note the update that brings it
   */
  public record Granted(Device.Note note, FirmwareFile file) {}
}
