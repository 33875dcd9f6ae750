package io.updraft.telemetry.metric;

import io.updraft.telemetry.domain.MetricDefinition;
import java.util.Optional;

/**
 * Deletes a definition: it stays, marked, and refuses new data from then on. What was stored under
 * it stays until its retention ends. Repeated, it writes nothing.
 */
final class DeleteMetric {
  private final MetricDefinitions definitions;
  private final Changes changes;

  DeleteMetric(MetricDefinitions definitions, MetricIds ids) {
    this.definitions = definitions;
    this.changes = new Changes(ids);
  }

  DeleteOutcome delete(String name, Author by) {
    return Attempts.until(() -> attempt(name, by)).orElse(DeleteOutcome.CONTENDED);
  }

  private Optional<DeleteOutcome> attempt(String name, Author by) {
    return definitions
        .find(by.organization(), name)
        .map(found -> deleted(found, by))
        .orElse(Optional.of(DeleteOutcome.NOT_FOUND));
  }

  private Optional<DeleteOutcome> deleted(MetricDefinition before, Author by) {
    if (before.deleted()) {
      return Optional.of(DeleteOutcome.DELETED);
    }
    return switch (definitions.commit(changes.deleted(before, by))) {
      case DONE -> Optional.of(DeleteOutcome.DELETED);
      case OVERTAKEN -> Optional.empty();
    };
  }
}
