package io.updraft.telemetry;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import java.util.Collection;

/** Keeps the first collection of metrics, to be exported in more than one way. */
final class CollectingExporter implements MetricExporter {
  private final Collection<MetricData> collected;

  CollectingExporter(Collection<MetricData> collected) {
    this.collected = collected;
  }

  @Override
  public CompletableResultCode export(Collection<MetricData> metrics) {
    if (collected.isEmpty()) {
      collected.addAll(metrics);
    }
    return CompletableResultCode.ofSuccess();
  }

  @Override
  public CompletableResultCode flush() {
    return CompletableResultCode.ofSuccess();
  }

  @Override
  public CompletableResultCode shutdown() {
    return CompletableResultCode.ofSuccess();
  }

  @Override
  public AggregationTemporality getAggregationTemporality(InstrumentType instrumentType) {
    return AggregationTemporality.CUMULATIVE;
  }
}
