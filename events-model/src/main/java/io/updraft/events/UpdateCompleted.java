package io.updraft.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A device runs the new firmware.
 *
 * @param campaignId null outside a campaign
 */
@PublishedAs("ota_service.update.completed")
public record UpdateCompleted(
    String updateId,
    String deviceId,
    String firmwareId,
    String firmwareVersion,
    @Nullable String campaignId,
    Instant timestamp)
    implements UpdateEvent {
  public UpdateCompleted {
    Required.text(updateId, "update_id");
    Required.text(deviceId, "device_id");
    Required.text(firmwareId, "firmware_id");
    Required.text(firmwareVersion, "firmware_version");
    timestamp = Required.timestamp(timestamp);
  }
}
