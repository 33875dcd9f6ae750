package io.updraft.events;

import java.time.Instant;

/**
 * An alert rule was changed, enabled or disabled.
 *
 * @param actedBy a user id, or {@link Event#SYSTEM}
 */
@PublishedAs("telemetry_service.alert.rule.updated")
public record AlertRuleUpdated(String ruleId, String name, String actedBy, Instant timestamp)
    implements AlertRuleEvent {
  public AlertRuleUpdated {
    Required.text(ruleId, "rule_id");
    Required.text(name, "name");
    Required.text(actedBy, "acted_by");
    timestamp = Required.timestamp(timestamp);
  }
}
