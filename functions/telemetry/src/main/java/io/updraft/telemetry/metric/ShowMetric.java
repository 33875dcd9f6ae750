package io.updraft.telemetry.metric;

import io.updraft.telemetry.domain.MetricDefinition;
import java.util.Optional;

/** Finds a definition; a deleted one is none. */
final class ShowMetric {
  private final MetricDefinitions definitions;

  ShowMetric(MetricDefinitions definitions) {
    this.definitions = definitions;
  }

  Optional<MetricDefinition> show(String organization, String name) {
    return definitions.find(organization, name).filter(found -> !found.deleted());
  }
}
