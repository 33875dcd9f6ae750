package io.updraft.telemetry.metric;

import io.updraft.telemetry.domain.DataType;
import io.updraft.telemetry.domain.MetricDefinition;
import io.updraft.telemetry.domain.MetricType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A definition as answers show it. */
record MetricView(
    String metricId,
    String name,
    @Nullable String description,
    DataType dataType,
    MetricType metricType,
    @Nullable String unit,
    @Nullable Double minValue,
    @Nullable Double maxValue,
    int retentionDays,
    int aggregationInterval,
    boolean rejectOutOfRange,
    String createdBy,
    Instant createdAt,
    Instant updatedAt) {

  static MetricView of(MetricDefinition definition) {
    return new MetricView(
        definition.metricId(),
        definition.name(),
        definition.description(),
        definition.dataType(),
        definition.metricType(),
        definition.unit(),
        definition.minValue(),
        definition.maxValue(),
        definition.retentionDays(),
        definition.aggregationInterval(),
        definition.rejectOutOfRange(),
        definition.createdBy(),
        definition.createdAt(),
        definition.updatedAt());
  }
}
