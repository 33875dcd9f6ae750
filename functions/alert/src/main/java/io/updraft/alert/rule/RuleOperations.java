package io.updraft.alert.rule;

import io.updraft.alert.domain.NewIds;
import io.updraft.alert.domain.RuleTotals;
import io.updraft.alert.domain.Rules;
import io.updraft.http.Operation;
import io.updraft.telemetry.published.MetricTypes;
import java.time.Clock;

/** The operations on rules, on their ports. */
public record RuleOperations(
    Rules rules, RuleTotals totals, MetricTypes types, NewIds ids, Clock clock) {
  public Operation create() {
    return new CreateRuleHandler(new RuleReader(types), new CreateRule(rules, ids), clock);
  }

  public Operation list() {
    return new ListRulesHandler(new ListRules(rules, totals));
  }

  public Operation show() {
    return new ShowRuleHandler(new ShowRule(rules, totals));
  }

  public Operation replace() {
    return new ReplaceRuleHandler(new RuleReader(types), replaceRule(), clock);
  }

  public Operation enable() {
    return new EnableRuleHandler(replaceRule(), clock);
  }

  public Operation delete() {
    return new DeleteRuleHandler(new DeleteRule(rules, ids), clock);
  }

  private ReplaceRule replaceRule() {
    return new ReplaceRule(rules, totals, ids);
  }
}
