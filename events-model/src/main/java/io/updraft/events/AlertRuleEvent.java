package io.updraft.events;

/** What happens to one alert rule. */
public sealed interface AlertRuleEvent extends Event
    permits AlertRuleCreated, AlertRuleDeleted, AlertRuleUpdated {
  String ruleId();

  @Override
  default String subject() {
    return ruleId();
  }
}
