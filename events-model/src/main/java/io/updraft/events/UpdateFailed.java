package io.updraft.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An attempt to update a device has failed.
 *
 * @param campaignId null outside a campaign
 * @param errorCode null where the device gave none
 * @param errorMessage null where the device gave none
 * @param retryCount how often it had been tried again before
 */
@PublishedAs("ota_service.update.failed")
public record UpdateFailed(
    String updateId,
    String deviceId,
    String firmwareId,
    String firmwareVersion,
    @Nullable String campaignId,
    @Nullable String errorCode,
    @Nullable String errorMessage,
    int retryCount,
    Instant timestamp)
    implements UpdateEvent {
  public UpdateFailed {
    Required.text(updateId, "update_id");
    Required.text(deviceId, "device_id");
    Required.text(firmwareId, "firmware_id");
    Required.text(firmwareVersion, "firmware_version");
    Required.count(retryCount, "retry_count");
    timestamp = Required.timestamp(timestamp);
  }
}
