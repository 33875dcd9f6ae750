package io.updraft.telemetry.otlp;

import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.SummaryDataPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The data points of a metric, whatever their kind. */
final class Readings {
  private Readings() {}

  static Stream<Reading> of(Metric metric) {
    return switch (metric.getDataCase()) {
      case GAUGE -> metric.getGauge().getDataPointsList().stream().map(Readings::number);
      case SUM -> metric.getSum().getDataPointsList().stream().map(Readings::number);
      case HISTOGRAM -> metric.getHistogram().getDataPointsList().stream().map(Readings::histogram);
      case EXPONENTIAL_HISTOGRAM ->
          metric.getExponentialHistogram().getDataPointsList().stream().map(Readings::exponential);
      case SUMMARY -> metric.getSummary().getDataPointsList().stream().map(Readings::summary);
      case DATA_NOT_SET -> Stream.of();
    };
  }

  private static Reading number(NumberDataPoint point) {
    Part value =
        switch (point.getValueCase()) {
          case AS_INT -> Part.whole("", point.getAsInt());
          case AS_DOUBLE -> Part.decimal("", point.getAsDouble());
          case VALUE_NOT_SET -> new Part("", true, Optional.empty());
        };
    return new Reading(
        point.getTimeUnixNano(), point.getFlags(), point.getAttributesList(), List.of(value));
  }

  private static Reading histogram(HistogramDataPoint point) {
    List<Part> parts = new ArrayList<>(List.of(Part.count(point.getCount())));
    addIf(point.hasSum(), ".sum", point.getSum(), parts);
    addIf(point.hasMin(), ".min", point.getMin(), parts);
    addIf(point.hasMax(), ".max", point.getMax(), parts);
    Buckets.of(point).ifPresent(parts::add);
    return new Reading(point.getTimeUnixNano(), point.getFlags(), point.getAttributesList(), parts);
  }

  private static Reading exponential(ExponentialHistogramDataPoint point) {
    List<Part> parts = new ArrayList<>(List.of(Part.count(point.getCount())));
    addIf(point.hasSum(), ".sum", point.getSum(), parts);
    addIf(point.hasMin(), ".min", point.getMin(), parts);
    addIf(point.hasMax(), ".max", point.getMax(), parts);
    return new Reading(point.getTimeUnixNano(), point.getFlags(), point.getAttributesList(), parts);
  }

  private static void addIf(boolean there, String suffix, double number, List<Part> parts) {
    if (there) {
      parts.add(Part.decimal(suffix, number));
    }
  }

  private static Reading summary(SummaryDataPoint point) {
    List<Part> parts = new ArrayList<>();
    parts.add(Part.count(point.getCount()));
    parts.add(Part.decimal(".sum", point.getSum()));
    point.getQuantileValuesList().stream()
        .map(q -> Part.decimal(Quantile.suffix(q.getQuantile()), q.getValue()))
        .forEach(parts::add);
    return new Reading(point.getTimeUnixNano(), point.getFlags(), point.getAttributesList(), parts);
  }
}
