package io.updraft.events;

import java.time.Instant;

/**
 * An alert rule was written.
 *
 * @param thresholdValue as text, since a rule may compare numbers, text or booleans
 * @param createdBy a user id
 */
@PublishedAs("telemetry_service.alert.rule.created")
public record AlertRuleCreated(
    String ruleId,
    String name,
    String metricName,
    String condition,
    String thresholdValue,
    String level,
    boolean enabled,
    String createdBy,
    Instant timestamp)
    implements AlertRuleEvent {
  public AlertRuleCreated {
    Required.text(ruleId, "rule_id");
    Required.text(name, "name");
    Required.text(metricName, "metric_name");
    Required.text(condition, "condition");
    Required.text(thresholdValue, "threshold_value");
    Required.text(level, "level");
    Required.text(createdBy, "created_by");
    timestamp = Required.timestamp(timestamp);
  }
}
