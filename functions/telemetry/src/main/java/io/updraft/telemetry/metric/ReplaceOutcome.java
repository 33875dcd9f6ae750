package io.updraft.telemetry.metric;

import io.updraft.telemetry.domain.MetricDefinition;

/** How {@link ReplaceMetric} ended. */
sealed interface ReplaceOutcome {
  /** It is as it was wanted, now or before. */
  record Replaced(MetricDefinition definition) implements ReplaceOutcome {}

  record NotFound() implements ReplaceOutcome {}

  /** Others changed the definition at every attempt. */
  record Contended() implements ReplaceOutcome {}
}
