package io.updraft.events;

import java.time.Instant;

/**
 * A metric definition was changed.
 *
 * @param actedBy a user id, or {@link Event#SYSTEM}
 */
@PublishedAs("telemetry_service.metric.updated")
public record MetricUpdated(String metricId, String name, String actedBy, Instant timestamp)
    implements MetricEvent {
  public MetricUpdated {
    Required.text(metricId, "metric_id");
    Required.text(name, "name");
    Required.text(actedBy, "acted_by");
    timestamp = Required.timestamp(timestamp);
  }
}
