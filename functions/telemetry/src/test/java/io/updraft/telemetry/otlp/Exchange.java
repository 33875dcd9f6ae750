package io.updraft.telemetry.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.Gauge;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.telemetry.delivery.Callers;
import io.updraft.telemetry.delivery.Deliver;
import io.updraft.telemetry.delivery.Intake;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;

/** Requests, sent as one device, and what comes back. */
final class Exchange {
  static final String PROTOBUF = "application/x-protobuf";
  static final String JSON = "application/json";

  private Exchange() {}

  static ExportMetricsServiceRequest request(Metric.Builder... metrics) {
    ScopeMetrics.Builder scope = ScopeMetrics.newBuilder();
    Arrays.stream(metrics).forEach(scope::addMetrics);
    return ExportMetricsServiceRequest.newBuilder()
        .addResourceMetrics(ResourceMetrics.newBuilder().addScopeMetrics(scope))
        .build();
  }

  static Metric.Builder metric(String name, NumberDataPoint.Builder point) {
    return Metric.newBuilder().setName(name).setGauge(Gauge.newBuilder().addDataPoints(point));
  }

  static NumberDataPoint.Builder point(long time) {
    return NumberDataPoint.newBuilder().setTimeUnixNano(time);
  }

  static KeyValue attribute(String key, String value) {
    return KeyValue.newBuilder()
        .setKey(key)
        .setValue(AnyValue.newBuilder().setStringValue(value))
        .build();
  }

  static HttpResponse protobuf(Intake intake, ExportMetricsServiceRequest request) {
    return post(intake, PROTOBUF, request.toByteArray());
  }

  static HttpResponse json(Intake intake, String request) {
    return post(intake, JSON, request.getBytes(UTF_8));
  }

  static HttpResponse post(Intake intake, String type, byte[] body) {
    HttpRequest request =
        new HttpRequest(
            "r",
            "POST /v1/metrics",
            Map.of(),
            Map.of(),
            Map.of("content-type", type),
            body,
            Callers.device("lamp"));
    return MetricsHandler.of(new Deliver(intake, Clock.systemUTC())).handle(request);
  }

  /** Field 1 of a {@code google.rpc.Status}. */
  static int code(HttpResponse response) throws IOException {
    CodedInputStream in = CodedInputStream.newInstance(response.body());
    assertThat(in.readTag()).isEqualTo(1 << 3);
    return in.readInt32();
  }

  /** Field 2 of a {@code google.rpc.Status}. */
  static String message(HttpResponse response) throws IOException {
    CodedInputStream in = CodedInputStream.newInstance(response.body());
    in.readTag();
    in.readInt32();
    assertThat(in.readTag()).isEqualTo(2 << 3 | 2);
    ByteString text = in.readBytes();
    assertThat(in.isAtEnd()).isTrue();
    return text.toStringUtf8();
  }
}
