package io.updraft.telemetry.metric;

import io.updraft.telemetry.domain.MetricDefinition;
import java.util.Optional;

/** Gives a definition other terms. Repeated with the same, it writes nothing. */
final class ReplaceMetric {
  private final MetricDefinitions definitions;
  private final Changes changes;

  ReplaceMetric(MetricDefinitions definitions, MetricIds ids) {
    this.definitions = definitions;
    this.changes = new Changes(ids);
  }

  /**
   * Replaces the terms of the definition of a name.
   *
   * @param terms of the data type that the name has for good
   */
  ReplaceOutcome replace(String name, Terms terms, Author by) {
    return Attempts.until(() -> attempt(name, terms, by)).orElseGet(ReplaceOutcome.Contended::new);
  }

  private Optional<ReplaceOutcome> attempt(String name, Terms terms, Author by) {
    return definitions
        .find(by.organization(), name)
        .filter(found -> !found.deleted())
        .map(found -> replaced(found, terms, by))
        .orElseGet(() -> Optional.of(new ReplaceOutcome.NotFound()));
  }

  private Optional<ReplaceOutcome> replaced(MetricDefinition before, Terms terms, Author by) {
    if (Terms.of(before).equals(terms)) {
      return Optional.of(new ReplaceOutcome.Replaced(before));
    }
    Change change = changes.replaced(before, terms, by);
    return switch (definitions.commit(change)) {
      case DONE -> Optional.of(new ReplaceOutcome.Replaced(change.after()));
      case OVERTAKEN -> Optional.empty();
    };
  }
}
