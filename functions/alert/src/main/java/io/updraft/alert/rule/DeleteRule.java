package io.updraft.alert.rule;

import io.updraft.alert.domain.Attempts;
import io.updraft.alert.domain.NewIds;
import io.updraft.alert.domain.Rule;
import io.updraft.alert.domain.RuleId;
import io.updraft.alert.domain.Rules;
import io.updraft.alert.moves.Author;
import io.updraft.alert.moves.Changes;
import java.util.Optional;

/** Deletes a rule. Repeated, it writes nothing and ends the same. */
final class DeleteRule {
  private final Rules rules;
  private final Changes changes;

  DeleteRule(Rules rules, NewIds ids) {
    this.rules = rules;
    this.changes = new Changes(ids);
  }

  DeleteOutcome delete(RuleId id, Author by) {
    return Attempts.until(() -> attempt(id, by)).orElse(DeleteOutcome.CONTENDED);
  }

  private Optional<DeleteOutcome> attempt(RuleId id, Author by) {
    return rules
        .find(by.organization(), id)
        .map(found -> deleted(found, by))
        .orElseGet(() -> Optional.of(gone(id, by)));
  }

  private Optional<DeleteOutcome> deleted(Rule rule, Author by) {
    return switch (rules.commit(changes.deleted(rule, by))) {
      case DONE -> Optional.of(DeleteOutcome.DELETED);
      case OVERTAKEN -> Optional.empty();
      case FULL -> throw new IllegalStateException("a deletion makes no rule more");
    };
  }

  private DeleteOutcome gone(RuleId id, Author by) {
    return rules.deleted(by.organization(), id) ? DeleteOutcome.DELETED : DeleteOutcome.NOT_FOUND;
  }
}
