package io.updraft.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonProperty.Access;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A device was taken out of the fleet. Announced by the device service, and by Updraft itself where
 * its built-in registry is in use.
 *
 * @param deviceName left out of the JSON where it is not known
 * @param reason left out of the JSON where it is not known
 * @param timestamp not in the payload, which belongs to the device service; the envelope tells it
 */
@PublishedAs("device_service.device.deleted")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeviceDeleted(
    String deviceId,
    @Nullable String deviceName,
    @Nullable String reason,
    @JsonProperty(access = Access.WRITE_ONLY) Instant timestamp)
    implements Event {
  public DeviceDeleted {
    Required.text(deviceId, "device_id");
    timestamp = Required.timestamp(timestamp);
  }

  @Override
  public String subject() {
    return deviceId;
  }
}
