package io.updraft.events;

import java.time.Instant;

/**
 * An alert rule was removed; its alerts stay.
 *
 * @param actedBy a user id, or {@link Event#SYSTEM}
 */
@PublishedAs("telemetry_service.alert.rule.deleted")
public record AlertRuleDeleted(String ruleId, String name, String actedBy, Instant timestamp)
    implements AlertRuleEvent {
  public AlertRuleDeleted {
    Required.text(ruleId, "rule_id");
    Required.text(name, "name");
    Required.text(actedBy, "acted_by");
    timestamp = Required.timestamp(timestamp);
  }
}
