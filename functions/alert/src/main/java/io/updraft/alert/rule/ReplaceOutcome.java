package io.updraft.alert.rule;

import io.updraft.alert.domain.CountedRule;

/** How {@link ReplaceRule} ended. */
sealed interface ReplaceOutcome {
  /** It is as it was wanted, now or before. */
  record Replaced(CountedRule rule) implements ReplaceOutcome {}

  record NotFound() implements ReplaceOutcome {}

  /** Others changed the rule at every attempt. */
  record Contended() implements ReplaceOutcome {}
}
