package io.updraft.alert.rule;

import io.updraft.alert.domain.CountedRule;

/** How {@link CreateRule} ended. */
sealed interface CreateOutcome {
  record Created(CountedRule rule) implements CreateOutcome {}

  /** The organization has as many rules as it can have. */
  record Full() implements CreateOutcome {}
}
