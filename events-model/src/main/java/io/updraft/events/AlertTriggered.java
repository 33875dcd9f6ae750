package io.updraft.events;

import java.time.Instant;
import java.util.List;

/**
 * A device broke the condition of an alert rule.
 *
 * @param currentValue the value that broke it, as text
 * @param thresholdValue as text, like that of the rule
 * @param notificationChannels where the rule wants it told
 */
@PublishedAs("telemetry_service.alert.triggered")
public record AlertTriggered(
    String alertId,
    String ruleId,
    String ruleName,
    String deviceId,
    String metricName,
    String level,
    String currentValue,
    String thresholdValue,
    Instant timestamp,
    List<String> notificationChannels)
    implements AlertEvent {
  public AlertTriggered {
    Required.text(alertId, "alert_id");
    Required.text(ruleId, "rule_id");
    Required.text(ruleName, "rule_name");
    Required.text(deviceId, "device_id");
    Required.text(metricName, "metric_name");
    Required.text(level, "level");
    Required.text(currentValue, "current_value");
    Required.text(thresholdValue, "threshold_value");
    timestamp = Required.timestamp(timestamp);
    notificationChannels = Required.list(notificationChannels, "notification_channels");
  }
}
