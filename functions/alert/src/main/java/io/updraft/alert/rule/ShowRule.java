package io.updraft.alert.rule;

import io.updraft.alert.domain.CountedRule;
import io.updraft.alert.domain.RuleId;
import io.updraft.alert.domain.RuleTotals;
import io.updraft.alert.domain.Rules;
import java.util.Optional;

/** Finds a rule, with how often it has triggered. */
final class ShowRule {
  private final Rules rules;
  private final RuleTotals totals;

  ShowRule(Rules rules, RuleTotals totals) {
    this.rules = rules;
    this.totals = totals;
  }

  Optional<CountedRule> show(String organization, RuleId id) {
    return rules.find(organization, id).map(totals::counted);
  }
}
