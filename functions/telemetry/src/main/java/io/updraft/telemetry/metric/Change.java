package io.updraft.telemetry.metric;

import io.updraft.events.Envelope;
import io.updraft.telemetry.domain.MetricDefinition;
import org.jspecify.annotations.Nullable;

/**
 * A change of one definition.
 *
 * @param before what it was decided on; null where the name has never had a definition
 * @param after of the next version
 * @param by who makes it
 * @param event what announces it; its sequence is the version, as each change has one event
 */
public record Change(
    @Nullable MetricDefinition before, MetricDefinition after, String by, Envelope event) {
  /** By how much the number of definitions grows: 1, 0 or -1. */
  public int more() {
    return count(after) - (before == null ? 0 : count(before));
  }

  private static int count(MetricDefinition definition) {
    return definition.deleted() ? 0 : 1;
  }
}
