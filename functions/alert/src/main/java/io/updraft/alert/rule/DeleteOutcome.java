package io.updraft.alert.rule;

/** How {@link DeleteRule} ended. */
enum DeleteOutcome {
  /** Now or before. */
  DELETED,
  /** There has never been one. */
  NOT_FOUND,
  /** Others changed the rule at every attempt. */
  CONTENDED
}
