package io.updraft.events;

import java.time.Instant;

/**
 * An alert was silenced for a time.
 *
 * @param actedBy a user id, or {@link Event#SYSTEM}
 */
@PublishedAs("telemetry_service.alert.suppressed")
public record AlertSuppressed(
    String alertId, String ruleId, String deviceId, String actedBy, Instant timestamp)
    implements AlertEvent {
  public AlertSuppressed {
    Required.text(alertId, "alert_id");
    Required.text(ruleId, "rule_id");
    Required.text(deviceId, "device_id");
    Required.text(actedBy, "acted_by");
    timestamp = Required.timestamp(timestamp);
  }
}
