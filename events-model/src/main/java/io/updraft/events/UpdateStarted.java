package io.updraft.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A device began its update.
 *
 * @param campaignId null outside a campaign
 */
@PublishedAs("ota_service.update.started")
public record UpdateStarted(
    String updateId,
    String deviceId,
    String firmwareId,
    String firmwareVersion,
    @Nullable String campaignId,
    Instant timestamp)
    implements UpdateEvent {
  public UpdateStarted {
    Required.text(updateId, "update_id");
    Required.text(deviceId, "device_id");
    Required.text(firmwareId, "firmware_id");
    Required.text(firmwareVersion, "firmware_version");
    timestamp = Required.timestamp(timestamp);
  }
}
