package io.updraft.alert.rule;

import io.updraft.alert.domain.Attempts;
import io.updraft.alert.domain.NewIds;
import io.updraft.alert.domain.Rule;
import io.updraft.alert.domain.RuleChange;
import io.updraft.alert.domain.RuleId;
import io.updraft.alert.domain.RuleTotals;
import io.updraft.alert.domain.Rules;
import io.updraft.alert.moves.Author;
import io.updraft.alert.moves.Changes;
import java.util.Optional;

/** Changes a rule: what it says, or whether it is enabled. What changes nothing writes nothing. */
final class ReplaceRule {
  private final Rules rules;
  private final RuleTotals totals;
  private final Changes changes;

  ReplaceRule(Rules rules, RuleTotals totals, NewIds ids) {
    this.rules = rules;
    this.totals = totals;
    this.changes = new Changes(ids);
  }

  /** Replaces what the rule says; null leaves it enabled or disabled, as it is. */
  ReplaceOutcome replace(RuleId id, RuleReader.Wanted wanted, Author by) {
    return change(
        id,
        by,
        before -> changes.replaced(before, wanted.terms(), wanted.enabledOr(before.enabled()), by));
  }

  ReplaceOutcome enable(RuleId id, boolean enabled, Author by) {
    return change(id, by, before -> changes.replaced(before, before.terms(), enabled, by));
  }

  private interface Edit {
    RuleChange of(Rule before);
  }

  private ReplaceOutcome change(RuleId id, Author by, Edit edit) {
    return Attempts.until(() -> attempt(id, by, edit)).orElseGet(ReplaceOutcome.Contended::new);
  }

  private Optional<ReplaceOutcome> attempt(RuleId id, Author by, Edit edit) {
    return rules
        .find(by.organization(), id)
        .map(before -> changed(before, edit.of(before)))
        .orElseGet(() -> Optional.of(new ReplaceOutcome.NotFound()));
  }

  private Optional<ReplaceOutcome> changed(Rule before, RuleChange change) {
    if (same(before, change.rule())) {
      return Optional.of(replaced(before));
    }
    return switch (rules.commit(change)) {
      case DONE -> Optional.of(replaced(change.rule()));
      case OVERTAKEN -> Optional.empty();
      case FULL -> throw new IllegalStateException("a change of a rule makes none more");
    };
  }

  private static boolean same(Rule before, Rule after) {
    return before.enabled() == after.enabled() && before.terms().equals(after.terms());
  }

  private ReplaceOutcome replaced(Rule rule) {
    return new ReplaceOutcome.Replaced(totals.counted(rule));
  }
}
