package io.updraft.events;

import java.time.Instant;

/**
 * A device is to go back to a version that it had before.
 *
 * @param trigger manual, failure_rate, health_check, timeout or error_threshold
 */
@PublishedAs("ota_service.rollback.initiated")
public record RollbackInitiated(
    String rollbackId,
    String deviceId,
    String fromVersion,
    String toVersion,
    String trigger,
    Instant timestamp)
    implements RollbackEvent {
  public RollbackInitiated {
    Required.text(rollbackId, "rollback_id");
    Required.text(deviceId, "device_id");
    Required.text(fromVersion, "from_version");
    Required.text(toVersion, "to_version");
    Required.text(trigger, "trigger");
    timestamp = Required.timestamp(timestamp);
  }
}
