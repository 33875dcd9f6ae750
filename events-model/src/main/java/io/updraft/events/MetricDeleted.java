package io.updraft.events;

import java.time.Instant;

/**
 * A metric definition was removed; it takes no new data.
 *
 * @param actedBy a user id, or {@link Event#SYSTEM}
 */
@PublishedAs("telemetry_service.metric.deleted")
public record MetricDeleted(String metricId, String name, String actedBy, Instant timestamp)
    implements MetricEvent {
  public MetricDeleted {
    Required.text(metricId, "metric_id");
    Required.text(name, "name");
    Required.text(actedBy, "acted_by");
    timestamp = Required.timestamp(timestamp);
  }
}
