package io.updraft.telemetry.metric;

import io.updraft.telemetry.domain.DataType;
import io.updraft.telemetry.domain.MetricDefinition;
import io.updraft.telemetry.domain.MetricType;
import org.jspecify.annotations.Nullable;

/** What a definition says of its metric; by these, two definitions are the same. */
record Terms(
    DataType dataType,
    MetricType metricType,
    @Nullable String description,
    @Nullable String unit,
    @Nullable Double minValue,
    @Nullable Double maxValue,
    int retentionDays,
    int aggregationInterval,
    boolean rejectOutOfRange) {
  static final int DEFAULT_AGGREGATION_INTERVAL = 60;

  Terms {
    minValue = withoutNegativeZero(minValue);
    maxValue = withoutNegativeZero(maxValue);
  }

  static Terms of(MetricDefinition definition) {
    return new Terms(
        definition.dataType(),
        definition.metricType(),
        definition.description(),
        definition.unit(),
        definition.minValue(),
        definition.maxValue(),
        definition.retentionDays(),
        definition.aggregationInterval(),
        definition.rejectOutOfRange());
  }

  /** As a bound, -0 is the same as 0; as a {@code Double}, it is another. */
  private static @Nullable Double withoutNegativeZero(@Nullable Double bound) {
    return bound == null ? null : bound + 0.0;
  }
}
