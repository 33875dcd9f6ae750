package io.updraft.telemetry.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a metric name means in an organization.
 *
 * @param unit null where the metric has none
 * @param minValue null for no bound
 * @param maxValue null for no bound; above {@code minValue}
 * @param retentionDays how long points are kept after their time, 1 to 3650
 * @param aggregationInterval seconds, 1 to 86400: what queries aggregate over unless they say
 * @param rejectOutOfRange whether a value outside the bounds is refused, and not only marked
 * @param deleted whether new data is refused
 * @param version counts the changes, from 1
 */
public record MetricDefinition(
    String organization,
    String metricId,
    String name,
    DataType dataType,
    MetricType metricType,
    @Nullable String description,
    @Nullable String unit,
    @Nullable Double minValue,
    @Nullable Double maxValue,
    int retentionDays,
    int aggregationInterval,
    boolean rejectOutOfRange,
    boolean deleted,
    String createdBy,
    Instant createdAt,
    Instant updatedAt,
    long version) {
  /** How long points of a metric without a definition are kept. */
  public static final Duration DEFAULT_RETENTION = Duration.ofDays(90);

  public Duration retention() {
    return Duration.ofDays(retentionDays);
  }
}
