package io.updraft.alert.rule;

import io.updraft.alert.domain.CountedRule;
import io.updraft.alert.domain.NewIds;
import io.updraft.alert.domain.RuleChange;
import io.updraft.alert.domain.RuleTerms;
import io.updraft.alert.domain.Rules;
import io.updraft.alert.domain.Totals;
import io.updraft.alert.moves.Author;
import io.updraft.alert.moves.Changes;

/** Creates a rule; each call makes another one. */
final class CreateRule {
  private final Rules rules;
  private final Changes changes;

  CreateRule(Rules rules, NewIds ids) {
    this.rules = rules;
    this.changes = new Changes(ids);
  }

  CreateOutcome create(RuleTerms terms, boolean enabled, Author by) {
    RuleChange change = changes.created(terms, enabled, by);
    return switch (rules.commit(change)) {
      case DONE -> new CreateOutcome.Created(new CountedRule(change.rule(), Totals.NONE));
      case FULL -> new CreateOutcome.Full();
      case OVERTAKEN -> throw new IllegalStateException(change.rule().id() + " was there before");
    };
  }
}
