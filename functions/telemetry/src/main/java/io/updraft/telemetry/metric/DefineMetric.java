package io.updraft.telemetry.metric;

import io.updraft.telemetry.domain.MetricDefinition;
import java.util.Optional;

/**
 * Defines a metric. Repeated with the same terms it writes nothing; a deleted definition comes back
 * with its id, if its data type is the same, because data of that type may be stored under it.
 */
final class DefineMetric {
  private final MetricDefinitions definitions;
  private final Changes changes;

  DefineMetric(MetricDefinitions definitions, MetricIds ids) {
    this.definitions = definitions;
    this.changes = new Changes(ids);
  }

  DefineOutcome define(String name, Terms terms, Author by) {
    return Attempts.until(() -> attempt(name, terms, by)).orElseGet(DefineOutcome.Contended::new);
  }

  private Optional<DefineOutcome> attempt(String name, Terms terms, Author by) {
    Optional<MetricDefinition> found = definitions.find(by.organization(), name);
    if (found.isEmpty()) {
      return defined(changes.first(name, terms, by));
    }
    return found.get().deleted()
        ? again(found.get(), terms, by)
        : Optional.of(existing(found.get(), terms));
  }

  private Optional<DefineOutcome> again(MetricDefinition deleted, Terms terms, Author by) {
    return deleted.dataType() == terms.dataType()
        ? defined(changes.again(deleted, terms, by))
        : Optional.of(new DefineOutcome.OtherType(deleted.dataType()));
  }

  private Optional<DefineOutcome> defined(Change change) {
    return switch (definitions.commit(change)) {
      case DONE -> Optional.of(new DefineOutcome.Defined(change.after()));
      case OVERTAKEN -> Optional.empty();
    };
  }

  private static DefineOutcome existing(MetricDefinition definition, Terms terms) {
    return Terms.of(definition).equals(terms)
        ? new DefineOutcome.Existed(definition)
        : new DefineOutcome.Taken();
  }
}
