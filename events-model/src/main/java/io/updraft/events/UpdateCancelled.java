package io.updraft.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An update was called off before it had ended.
 *
 * @param campaignId null outside a campaign
 */
@PublishedAs("ota_service.update.cancelled")
public record UpdateCancelled(
    String updateId,
    String deviceId,
    String firmwareId,
    String firmwareVersion,
    @Nullable String campaignId,
    Instant timestamp)
    implements UpdateEvent {
  public UpdateCancelled {
    Required.text(updateId, "update_id");
    Required.text(deviceId, "device_id");
    Required.text(firmwareId, "firmware_id");
    Required.text(firmwareVersion, "firmware_version");
    timestamp = Required.timestamp(timestamp);
  }
}
