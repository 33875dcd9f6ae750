package io.updraft.events;

/** What happens to one metric definition. */
public sealed interface MetricEvent extends Event
    permits MetricDefined, MetricDeleted, MetricUpdated {
  String metricId();

  @Override
  default String subject() {
    return metricId();
  }
}
