package io.updraft.events;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;

/**
 * A firmware is complete, verified and available to devices.
 *
 * @param fileSize in bytes
 * @param isSecurityUpdate read as false where a publisher leaves it out
 * @param uploadedBy a user id
 */
@PublishedAs("ota_service.firmware.uploaded")
public record FirmwareUploaded(
    String firmwareId,
    String name,
    String version,
    String deviceModel,
    long fileSize,
    @JsonSetter(nulls = Nulls.AS_EMPTY) boolean isSecurityUpdate,
    String uploadedBy,
    Instant timestamp)
    implements FirmwareEvent {
  public FirmwareUploaded {
    Required.text(firmwareId, "firmware_id");
    Required.text(name, "name");
    Required.text(version, "version");
    Required.text(deviceModel, "device_model");
    Required.text(uploadedBy, "uploaded_by");
    Required.count(fileSize, "file_size");
    timestamp = Required.timestamp(timestamp);
  }
}
