package io.updraft.alert.domain;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an alert is about, as its rule said when it was triggered; a rule that changes afterwards
 * changes no alert.
 *
 * @param autoResolve for how long the condition has to be clear until the alert is resolved by
 *     itself; null where it never is
 */
public record Cause(
    RuleId ruleId,
    String ruleName,
    String metricName,
    Condition condition,
    Level level,
    List<String> notificationChannels,
    @Nullable Duration autoResolve) {
  public Cause {
    notificationChannels = List.copyOf(notificationChannels);
  }

  public static Cause of(Rule rule) {
    RuleTerms terms = rule.terms();
    return new Cause(
        rule.id(),
        terms.name(),
        terms.metricName(),
        terms.condition(),
        terms.level(),
        terms.notificationChannels(),
        terms.autoResolve() ? terms.autoResolveTimeout() : null);
  }
}
