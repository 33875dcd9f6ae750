package io.updraft.events;

import java.time.Instant;

/**
 * A silenced alert is active again.
 *
 * @param actedBy a user id, or {@link Event#SYSTEM}
 */
@PublishedAs("telemetry_service.alert.unsuppressed")
public record AlertUnsuppressed(
    String alertId, String ruleId, String deviceId, String actedBy, Instant timestamp)
    implements AlertEvent {
  public AlertUnsuppressed {
    Required.text(alertId, "alert_id");
    Required.text(ruleId, "rule_id");
    Required.text(deviceId, "device_id");
    Required.text(actedBy, "acted_by");
    timestamp = Required.timestamp(timestamp);
  }
}
