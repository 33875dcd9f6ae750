package io.updraft.events;

import java.time.Instant;

/**
 * What every change of a firmware tells; flat in the JSON of its event.
 *
 * @param actedBy a user id, or {@link Event#SYSTEM}
 */
public record FirmwareChange(
    String firmwareId,
    String name,
    String version,
    String deviceModel,
    String actedBy,
    Instant timestamp) {
  public FirmwareChange {
    Required.text(firmwareId, "firmware_id");
    Required.text(name, "name");
    Required.text(version, "version");
    Required.text(deviceModel, "device_model");
    Required.text(actedBy, "acted_by");
    timestamp = Required.timestamp(timestamp);
  }
}
