package io.updraft.telemetry.metric;

/** How {@link DeleteMetric} ended. */
enum DeleteOutcome {
  /** Now or before. */
  DELETED,
  /** The name has never had a definition. */
  NOT_FOUND,
  /** Others changed the definition at every attempt. */
  CONTENDED
}
