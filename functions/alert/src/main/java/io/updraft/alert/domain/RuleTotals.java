package io.updraft.alert.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Tells how often rules have triggered; apart from the rules, since a whole fleet moves it. */
public interface RuleTotals {
  /** Of those that have ever triggered; a moment behind what happens. */
  Map<RuleId, Totals> of(String organization, Collection<RuleId> rules);

  /**
   * Adds to the totals of a rule, once for each batch.
   *
   * @param more with the latest time
   */
  void add(String organization, RuleId rule, String batch, Totals more);

  /** The rules of one organization with their totals, in the same order. */
  default List<CountedRule> counted(String organization, List<Rule> rules) {
    Map<RuleId, Totals> totals = of(organization, rules.stream().map(Rule::id).toList());
    return rules.stream()
        .map(rule -> new CountedRule(rule, totals.getOrDefault(rule.id(), Totals.NONE)))
        .toList();
  }

  /** The rule with its totals. */
  default CountedRule counted(Rule rule) {
    return counted(rule.organization(), List.of(rule)).getFirst();
  }
}
