package io.updraft.telemetry.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import io.opentelemetry.proto.metrics.v1.Gauge;
import io.opentelemetry.proto.metrics.v1.Histogram;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.opentelemetry.proto.metrics.v1.Summary;
import io.opentelemetry.proto.metrics.v1.SummaryDataPoint;
import io.opentelemetry.proto.metrics.v1.SummaryDataPoint.ValueAtQuantile;
import io.opentelemetry.proto.resource.v1.Resource;
import io.updraft.http.Caller;
import io.updraft.telemetry.delivery.Callers;
import io.updraft.telemetry.delivery.Deliver;
import io.updraft.telemetry.delivery.Delivered;
import io.updraft.telemetry.delivery.RecordingIntake;
import io.updraft.telemetry.delivery.Senders;
import io.updraft.telemetry.published.Value;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricPointsTest {
  private final RecordingIntake intake = new RecordingIntake();

  @Test
  void aSummaryBecomesItsQuantiles() {
    deliver(
        Callers.device("lamp"),
        Resource.getDefaultInstance(),
        Metric.newBuilder()
            .setName("s")
            .setSummary(
                Summary.newBuilder()
                    .addDataPoints(
                        SummaryDataPoint.newBuilder()
                            .setTimeUnixNano(5)
                            .setCount(-1)
                            .setSum(10)
                            .addQuantileValues(quantile(0, 1))
                            .addQuantileValues(quantile(0.5, 2))
                            .addQuantileValues(quantile(0.999, 3))
                            .addQuantileValues(quantile(1, 4)))));

    assertThat(intake.value("lamp", "s.count"))
        .isEqualTo(new Value.Exact(new BigDecimal("18446744073709551615")));
    assertThat(intake.value("lamp", "s.sum")).isEqualTo(new Value.Decimal(10));
    assertThat(intake.value("lamp", "s.min")).isEqualTo(new Value.Decimal(1));
    assertThat(intake.value("lamp", "s.p50")).isEqualTo(new Value.Decimal(2));
    assertThat(intake.value("lamp", "s.p99.9")).isEqualTo(new Value.Decimal(3));
    assertThat(intake.value("lamp", "s.max")).isEqualTo(new Value.Decimal(4));
  }

  @Test
  void whatIsNoQuantileIsRefused() {
    Delivered delivered =
        deliver(
            Callers.device("lamp"),
            Resource.getDefaultInstance(),
            Metric.newBuilder()
                .setName("s")
                .setSummary(
                    Summary.newBuilder()
                        .addDataPoints(
                            SummaryDataPoint.newBuilder()
                                .setTimeUnixNano(5)
                                .addQuantileValues(quantile(Double.NaN, 1))
                                .addQuantileValues(quantile(1.5, 1))
                                .addQuantileValues(quantile(1e-300, 1))
                                .addQuantileValues(quantile(0.5, Double.NaN)))));

    assertThat(delivered.stored()).isEqualTo(2);
    assertThat(delivered.places()).isEqualTo(1);
    assertThat(delivered.refused()).hasSize(4);
  }

  @Test
  void aHistogramHasWhatItTells() {
    deliver(
        Callers.device("lamp"),
        Resource.getDefaultInstance(),
        Metric.newBuilder()
            .setName("h")
            .setHistogram(
                Histogram.newBuilder()
                    .addDataPoints(
                        HistogramDataPoint.newBuilder().setTimeUnixNano(5).setCount(0))));

    assertThat(intake.points("lamp")).hasSize(1);
    assertThat(intake.value("lamp", "h.count")).isEqualTo(new Value.Whole(0));
  }

  @Test
  void attributesBecomeText() {
    AnyValue bytes =
        AnyValue.newBuilder().setBytesValue(ByteString.copyFrom(new byte[] {1, -1})).build();
    AnyValue map =
        AnyValue.newBuilder()
            .setKvlistValue(
                KeyValueList.newBuilder()
                    .addValues(attribute("list", list(text("x"), bytes)))
                    .addValues(attribute("n", AnyValue.newBuilder().setDoubleValue(0.1).build())))
            .build();
    deliver(
        Callers.device("lamp"),
        Resource.getDefaultInstance(),
        gauge(
            attribute("bytes", bytes),
            attribute("map", map),
            attribute("twice", text("first")),
            attribute("twice", text("last")),
            attribute("blank", text(" ")),
            attribute("none", AnyValue.getDefaultInstance())));

    assertThat(intake.only("lamp", "a").circumstances().tags())
        .isEqualTo(
            Map.of(
                "bytes", "Af8=", "map", "{\"list\":[\"x\",\"Af8=\"],\"n\":0.1}", "twice", "last"));
  }

  @Test
  void aDeviceIdIsWrittenIn() {
    deliver(Callers.gateway(), resource("device.id", "d1", "service.instance.id", "s1"), gauge());
    deliver(Callers.gateway(), resource("service.instance.id", "s2", "host.name", "h2"), gauge());
    deliver(Callers.device("own"), resource("service.instance.id", "s3"), gauge());
    deliver(Callers.device("own"), resource("device.id", "own"), gauge());

    assertThat(intake.calls())
        .extracting(RecordingIntake.Call::deviceId)
        .containsExactly("d1", "s2", "own", "own");
    assertThat(deliver(Callers.device("own"), resource("device.id", "d2"), gauge()).reasons())
        .isEqualTo("a: names another device than the one that sends it");
    assertThat(deliver(Callers.operator(), resource("host.name", "h"), gauge()).reasons())
        .isEqualTo("a: does not name its device");
  }

  private Delivered deliver(Caller caller, Resource resource, Metric.Builder metric) {
    return new Deliver(intake, Clock.systemUTC())
        .deliver(
            Senders.of(caller),
            MetricPoints.of(
                ExportMetricsServiceRequest.newBuilder()
                    .addResourceMetrics(
                        ResourceMetrics.newBuilder()
                            .setResource(resource)
                            .addScopeMetrics(ScopeMetrics.newBuilder().addMetrics(metric)))
                    .build()));
  }

  private static Metric.Builder gauge(KeyValue... attributes) {
    NumberDataPoint.Builder point = NumberDataPoint.newBuilder().setTimeUnixNano(5).setAsInt(1);
    for (KeyValue attribute : attributes) {
      point.addAttributes(attribute);
    }
    return Metric.newBuilder().setName("a").setGauge(Gauge.newBuilder().addDataPoints(point));
  }

  private static Resource resource(String... keysAndValues) {
    Resource.Builder resource = Resource.newBuilder();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      resource.addAttributes(attribute(keysAndValues[i], text(keysAndValues[i + 1])));
    }
    return resource.build();
  }

  private static ValueAtQuantile quantile(double quantile, double value) {
    return ValueAtQuantile.newBuilder().setQuantile(quantile).setValue(value).build();
  }

  private static KeyValue attribute(String key, AnyValue value) {
    return KeyValue.newBuilder().setKey(key).setValue(value).build();
  }

  private static AnyValue text(String text) {
    return AnyValue.newBuilder().setStringValue(text).build();
  }

  private static AnyValue list(AnyValue... values) {
    ArrayValue.Builder list = ArrayValue.newBuilder();
    for (AnyValue value : values) {
      list.addValues(value);
    }
    return AnyValue.newBuilder().setArrayValue(list).build();
  }
}
