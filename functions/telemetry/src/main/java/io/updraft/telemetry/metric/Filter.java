package io.updraft.telemetry.metric;

import io.updraft.telemetry.domain.DataType;
import io.updraft.telemetry.domain.MetricDefinition;
import io.updraft.telemetry.domain.MetricType;
import org.jspecify.annotations.Nullable;

/** Which definitions a list shows; null filters nothing. Deleted ones are never shown. */
record Filter(@Nullable DataType dataType, @Nullable MetricType metricType) {
  boolean matches(MetricDefinition definition) {
    return !definition.deleted()
        && (dataType == null || dataType == definition.dataType())
        && (metricType == null || metricType == definition.metricType());
  }

  boolean selective() {
    return dataType != null || metricType != null;
  }
}
