package io.updraft.events;

import java.time.Instant;

/**
 * A human has taken note of an alert.
 *
 * @param actedBy a user id, or {@link Event#SYSTEM}
 */
@PublishedAs("telemetry_service.alert.acknowledged")
public record AlertAcknowledged(
    String alertId, String ruleId, String deviceId, String actedBy, Instant timestamp)
    implements AlertEvent {
  public AlertAcknowledged {
    Required.text(alertId, "alert_id");
    Required.text(ruleId, "rule_id");
    Required.text(deviceId, "device_id");
    Required.text(actedBy, "acted_by");
    timestamp = Required.timestamp(timestamp);
  }
}
