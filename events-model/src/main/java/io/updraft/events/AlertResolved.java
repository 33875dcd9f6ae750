package io.updraft.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alert is over.
 *
 * @param resolvedBy a user id, or {@link Event#SYSTEM}
 * @param resolutionNote null where nobody wrote one
 */
@PublishedAs("telemetry_service.alert.resolved")
public record AlertResolved(
    String alertId,
    String ruleId,
    String ruleName,
    String deviceId,
    String metricName,
    String level,
    String resolvedBy,
    @Nullable String resolutionNote,
    Instant timestamp)
    implements AlertEvent {
  public AlertResolved {
    Required.text(alertId, "alert_id");
    Required.text(ruleId, "rule_id");
    Required.text(ruleName, "rule_name");
    Required.text(deviceId, "device_id");
    Required.text(metricName, "metric_name");
    Required.text(level, "level");
    Required.text(resolvedBy, "resolved_by");
    timestamp = Required.timestamp(timestamp);
  }
}
