package io.updraft.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A device could not go back to its earlier version.
 *
 * @param trigger manual, failure_rate, health_check, timeout or error_threshold
 * @param errorMessage null where the device gave none
 */
@PublishedAs("ota_service.rollback.failed")
public record RollbackFailed(
    String rollbackId,
    String deviceId,
    String fromVersion,
    String toVersion,
    String trigger,
    @Nullable String errorMessage,
    Instant timestamp)
    implements RollbackEvent {
  public RollbackFailed {
    Required.text(rollbackId, "rollback_id");
    Required.text(deviceId, "device_id");
    Required.text(fromVersion, "from_version");
    Required.text(toVersion, "to_version");
    Required.text(trigger, "trigger");
    timestamp = Required.timestamp(timestamp);
  }
}
