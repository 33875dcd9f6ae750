package io.updraft.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A failed update of a device is waiting to be tried again.
 *
 * @param campaignId null outside a campaign
 */
@PublishedAs("ota_service.update.retried")
public record UpdateRetried(
    String updateId,
    String deviceId,
    String firmwareId,
    String firmwareVersion,
    @Nullable String campaignId,
    Instant timestamp)
    implements UpdateEvent {
  public UpdateRetried {
    Required.text(updateId, "update_id");
    Required.text(deviceId, "device_id");
    Required.text(firmwareId, "firmware_id");
    Required.text(firmwareVersion, "firmware_version");
    timestamp = Required.timestamp(timestamp);
  }
}
