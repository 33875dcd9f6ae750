package io.updraft.telemetry.otlp;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.updraft.telemetry.delivery.Addressee;
import io.updraft.telemetry.delivery.Items;
import io.updraft.telemetry.delivery.Offer;
import io.updraft.telemetry.domain.Offered;
import io.updraft.telemetry.published.Value;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes data points of metrics, as the table of this package says. */
final class MetricPoints {
  private static final Offered.Wrong NO_TIME =
      new Offered.Wrong("time_unix_nano", "must be set, and before the year 2262");
  private static final Offered.Wrong NO_VALUE =
      new Offered.Wrong("value", "must be there, and a finite number");

  private final Items items = new Items();
  private int place;

  private MetricPoints() {}

  static Items of(ExportMetricsServiceRequest request) {
    MetricPoints points = new MetricPoints();
    request.getResourceMetricsList().forEach(points::add);
    return points.items;
  }

  private void add(ResourceMetrics ofResource) {
    Addressee addressee = Attributes.addressee(ofResource.getResource().getAttributesList());
    ofResource.getScopeMetricsList().stream()
        .flatMap(scope -> scope.getMetricsList().stream())
        .forEach(metric -> add(addressee, metric));
  }

  private void add(Addressee addressee, Metric metric) {
    Readings.of(metric)
        .filter(reading -> !reading.isEmpty())
        .forEach(reading -> add(addressee, metric, reading));
  }

  private void add(Addressee addressee, Metric metric, Reading reading) {
    Map<String, String> tags = Attributes.texts(reading.attributes());
    for (Part part : reading.parts()) {
      Offered offered =
          reading.time() > 0
              ? part.value()
                  .map(v -> offered(metric, reading.time(), part, v, tags))
                  .orElse(NO_VALUE)
              : NO_TIME;
      items.add(place, metric.getName(), addressee, offered);
    }
    place++;
  }

  private static Offered offered(
      Metric metric, long time, Part part, Value value, Map<String, String> tags) {
    String unit = part.inUnit() ? unit(metric) : null;
    return new Offer(metric.getName() + part.suffix(), time, value, unit, tags).judged();
  }

  private static @Nullable String unit(Metric metric) {
    return metric.getUnit().isEmpty() ? null : metric.getUnit();
  }
}
