package io.updraft.alert.rule;

import io.updraft.alert.domain.CountedRule;
import io.updraft.alert.domain.DeviceFilter;
import io.updraft.alert.domain.Level;
import io.updraft.alert.domain.Operand;
import io.updraft.alert.domain.Rule;
import io.updraft.alert.domain.RuleTerms;
import io.updraft.alert.domain.Totals;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A rule as answers show it, and as PUT takes it back. */
record RuleView(
    String ruleId,
    String name,
    @Nullable String description,
    String metricName,
    String condition,
    Object thresholdValue,
    long evaluationWindow,
    int triggerCount,
    Level level,
    boolean enabled,
    long cooldownMinutes,
    boolean autoResolve,
    long autoResolveTimeout,
    List<String> deviceIds,
    List<String> deviceGroups,
    @Nullable Map<String, Object> deviceFilters,
    List<String> notificationChannels,
    long totalTriggers,
    @Nullable Instant lastTriggered,
    String createdBy,
    Instant createdAt,
    String updatedBy,
    Instant updatedAt) {

  static RuleView of(CountedRule counted) {
    Rule rule = counted.rule();
    RuleTerms terms = rule.terms();
    DeviceFilter filter = terms.devices().filter();
    Totals totals = counted.totals();
    return new RuleView(
        rule.id().text(),
        terms.name(),
        terms.description(),
        terms.metricName(),
        terms.condition().word(),
        json(terms.condition().value()),
        terms.evaluationWindow().toSeconds(),
        terms.triggerCount(),
        terms.level(),
        rule.enabled(),
        terms.cooldown().toMinutes(),
        terms.autoResolve(),
        terms.autoResolveTimeout().toSeconds(),
        terms.devices().ids(),
        terms.devices().groups(),
        filter == null ? null : FilterForm.shown(filter),
        terms.notificationChannels(),
        totals.triggers(),
        totals.last(),
        rule.createdBy(),
        rule.createdAt(),
        rule.updatedBy(),
        rule.updatedAt());
  }

  private static Object json(Operand operand) {
    return switch (operand) {
      case Operand.Numeric(var number) -> number;
      case Operand.Text(var text) -> text;
      case Operand.Flag(var flag) -> flag;
    };
  }
}
