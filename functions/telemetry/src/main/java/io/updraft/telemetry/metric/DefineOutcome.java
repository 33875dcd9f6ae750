package io.updraft.telemetry.metric;

import io.updraft.telemetry.domain.DataType;
import io.updraft.telemetry.domain.MetricDefinition;

/** How {@link DefineMetric} ended. */
sealed interface DefineOutcome {
  /** It is new, or was deleted before. */
  record Defined(MetricDefinition definition) implements DefineOutcome {}

  /** It was defined just so already. */
  record Existed(MetricDefinition definition) implements DefineOutcome {}

  /** The name is defined otherwise. */
  record Taken() implements DefineOutcome {}

  /** The name had a definition of that type, under which data may be stored. */
  record OtherType(DataType dataType) implements DefineOutcome {}

  /** Others changed the definition at every attempt. */
  record Contended() implements DefineOutcome {}
}
