package io.updraft.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A metric name was given a meaning.
 *
 * @param unit null where the metric has none
 * @param createdBy a user id
 */
@PublishedAs("telemetry_service.metric.defined")
public record MetricDefined(
    String metricId,
    String name,
    String dataType,
    String metricType,
    @Nullable String unit,
    String createdBy,
    Instant timestamp)
    implements MetricEvent {
  public MetricDefined {
    Required.text(metricId, "metric_id");
    Required.text(name, "name");
    Required.text(dataType, "data_type");
    Required.text(metricType, "metric_type");
    Required.text(createdBy, "created_by");
    timestamp = Required.timestamp(timestamp);
  }
}
