package io.updraft.telemetry.metric;

import io.updraft.events.Envelope;
import io.updraft.events.MetricDefined;
import io.updraft.events.MetricDeleted;
import io.updraft.events.MetricEvent;
import io.updraft.events.MetricUpdated;
import io.updraft.telemetry.domain.MetricDefinition;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes the changes of definitions, each with the event that announces it. */
final class Changes {
  private final MetricIds ids;

  Changes(MetricIds ids) {
    this.ids = ids;
  }

  private record Identity(String organization, String metricId, String name) {
    static Identity of(MetricDefinition definition) {
      return new Identity(definition.organization(), definition.metricId(), definition.name());
    }
  }

  private record History(
      String createdBy, Instant createdAt, Instant updatedAt, boolean deleted, long version) {
    static History begun(Author by, long version) {
      return new History(by.user(), by.at(), by.at(), false, version);
    }

    static History continued(MetricDefinition before, Author by, boolean deleted) {
      return new History(
          before.createdBy(), before.createdAt(), by.at(), deleted, before.version() + 1);
    }
  }

  /** The first definition of a name. */
  Change first(String name, Terms terms, Author by) {
    Identity identity = new Identity(by.organization(), ids.metric(by.at()), name);
    return defined(null, definition(identity, terms, History.begun(by, 1)), by);
  }

  /**
   * A deleted definition defined again. It keeps its id and goes on counting its versions, so that
   * its events stay in one order and what was stored under it stays its own.
   */
  Change again(MetricDefinition deleted, Terms terms, Author by) {
    History history = History.begun(by, deleted.version() + 1);
    return defined(deleted, definition(Identity.of(deleted), terms, history), by);
  }

  Change replaced(MetricDefinition before, Terms terms, Author by) {
    History history = History.continued(before, by, false);
    MetricDefinition after = definition(Identity.of(before), terms, history);
    return change(
        before, after, by, new MetricUpdated(after.metricId(), after.name(), by.user(), by.at()));
  }

  Change deleted(MetricDefinition before, Author by) {
    History history = History.continued(before, by, true);
    MetricDefinition after = definition(Identity.of(before), Terms.of(before), history);
    return change(
        before, after, by, new MetricDeleted(after.metricId(), after.name(), by.user(), by.at()));
  }

  private Change defined(@Nullable MetricDefinition before, MetricDefinition after, Author by) {
    MetricDefined event =
        new MetricDefined(
            after.metricId(),
            after.name(),
            wireName(after.dataType()),
            wireName(after.metricType()),
            after.unit(),
            by.user(),
            by.at());
    return change(before, after, by, event);
  }

  private Change change(
      @Nullable MetricDefinition before, MetricDefinition after, Author by, MetricEvent event) {
    Envelope envelope = Envelope.of(event, by.origin(), after.version(), ids.event());
    return new Change(before, after, by.user(), envelope);
  }

  private static String wireName(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static MetricDefinition definition(Identity identity, Terms terms, History history) {
    return new MetricDefinition(
        identity.organization(),
        identity.metricId(),
        identity.name(),
        terms.dataType(),
        terms.metricType(),
        terms.description(),
        terms.unit(),
        terms.minValue(),
        terms.maxValue(),
        terms.retentionDays(),
        terms.aggregationInterval(),
        terms.rejectOutOfRange(),
        history.deleted(),
        history.createdBy(),
        history.createdAt(),
        history.updatedAt(),
        history.version());
  }
}
