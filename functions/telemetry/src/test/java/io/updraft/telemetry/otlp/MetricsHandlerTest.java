package io.updraft.telemetry.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.Gauge;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Json;
import io.updraft.lambda.DependencyUnavailable;
import io.updraft.telemetry.delivery.Callers;
import io.updraft.telemetry.delivery.Deliver;
import io.updraft.telemetry.delivery.InOwnForm;
import io.updraft.telemetry.delivery.Intake;
import io.updraft.telemetry.delivery.RecordingIntake;
import io.updraft.telemetry.domain.Value;
import io.updraft.telemetry.intake.Taken;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MetricsHandlerTest {
  private static final String PROTOBUF = "application/x-protobuf";
  private static final String JSON = "application/json";

  private final RecordingIntake intake = new RecordingIntake();

  @Test
  void answersAnEmptyMessageWhereAllIsKept() {
    HttpResponse response = protobuf(intake, request(metric("a", point(5).setAsInt(1))));

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.headers()).containsEntry("content-type", PROTOBUF);
    assertThat(response.body()).isEmpty();
    assertThat(intake.only("lamp", "a").time()).isEqualTo(5);
  }

  @Test
  void nothingIsNoError() {
    assertThat(protobuf(intake, ExportMetricsServiceRequest.getDefaultInstance()).status())
        .isEqualTo(200);
    assertThat(json(intake, "{}").status()).isEqualTo(200);
    assertThat(protobuf(intake, request(Metric.newBuilder().setName("a"))).status()).isEqualTo(200);
    assertThat(protobuf(intake, request(metric("a", point(5).setFlags(1)))).status())
        .isEqualTo(200);
    assertThat(intake.calls()).isEmpty();
  }

  @Test
  void countsWhatItRefused() throws IOException {
    HttpResponse response =
        protobuf(
            intake,
            request(
                metric("good", point(5).setAsDouble(1)),
                metric("nan", point(5).setAsDouble(Double.NaN)),
                metric("infinite", point(5).setAsDouble(Double.NEGATIVE_INFINITY)),
                metric("none", point(5)),
                metric("timeless", point(0).setAsInt(1)),
                metric("late", point(-1).setAsInt(1)),
                metric("a/b", point(5).setAsInt(1))));

    ExportMetricsServiceResponse answer = ExportMetricsServiceResponse.parseFrom(response.body());
    assertThat(response.status()).isEqualTo(200);
    assertThat(answer.getPartialSuccess().getRejectedDataPoints()).isEqualTo(6);
    assertThat(answer.getPartialSuccess().getErrorMessage())
        .startsWith("nan: value must be there, and a finite number; infinite: value must be")
        .contains("timeless: time_unix_nano must be set", "a/b: metric_name must have");
    assertThat(intake.points("lamp")).hasSize(1);
  }

  @Test
  void refusesWhereNothingIsGood() throws IOException {
    HttpResponse response = protobuf(intake, request(metric("a/b", point(5).setAsInt(1))));

    assertThat(response.status()).isEqualTo(400);
    assertThat(code(response)).isEqualTo(3);
    assertThat(message(response)).startsWith("No data point is good: a/b: metric_name must");
  }

  @Test
  void refusesWhatCannotBeDecoded() throws IOException {
    byte[] whole = request(metric("a", point(5).setAsInt(1))).toByteArray();

    HttpResponse cut = post(intake, PROTOBUF, Arrays.copyOf(whole, whole.length - 1));

    assertThat(cut.status()).isEqualTo(400);
    assertThat(cut.headers()).containsEntry("content-type", PROTOBUF);
    assertThat(message(cut)).contains("no ExportMetricsServiceRequest");
    assertThat(intake.calls()).isEmpty();
  }

  @Test
  void nothingThatIsSentIsADefect() {
    byte[] whole =
        request(metric("a", point(5).setAsInt(1).addAttributes(attribute("k", "v")))).toByteArray();
    Random random = new Random(7);
    for (int i = 0; i < 5_000; i++) {
      byte[] damaged = whole.clone();
      for (int changes = random.nextInt(4); changes >= 0; changes--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      assertThat(post(intake, PROTOBUF, damaged).status()).isIn(200, 400);
    }
  }

  @Test
  void refusesNestingWithoutEnd() {
    AnyValue nested = AnyValue.newBuilder().setStringValue("x").build();
    for (int i = 0; i < 150; i++) {
      nested =
          AnyValue.newBuilder().setArrayValue(ArrayValue.newBuilder().addValues(nested)).build();
    }
    KeyValue attribute = KeyValue.newBuilder().setKey("k").setValue(nested).build();

    assertThat(
            protobuf(intake, request(metric("a", point(5).setAsInt(1).addAttributes(attribute))))
                .status())
        .isEqualTo(400);
  }

  @Test
  void refusesGroupsWithoutEnd() {
    byte[] groups = new byte[InOwnForm.MOST_BYTES];
    Arrays.fill(groups, (byte) 0x0b);

    assertThat(post(intake, PROTOBUF, groups).status()).isEqualTo(400);
  }

  @Test
  void millionsOfEmptyMessagesAreHarmless() {
    byte[] resources = new byte[InOwnForm.MOST_BYTES];
    for (int i = 0; i < resources.length; i += 2) {
      resources[i] = 0x0a;
    }

    assertThat(post(intake, PROTOBUF, resources).status()).isEqualTo(200);
  }

  @Test
  void refusesAttributesWithoutEnd() throws IOException {
    KeyValue attribute = attribute("", "x");
    NumberDataPoint.Builder crowded = point(5).setAsInt(1);
    for (int i = 0; i < 200_000; i++) {
      crowded.addAttributes(attribute.toBuilder().setKey("k" + i));
    }

    HttpResponse response =
        protobuf(intake, request(metric("a", crowded), metric("b", point(5).setAsInt(2))));

    assertThat(
            ExportMetricsServiceResponse.parseFrom(response.body())
                .getPartialSuccess()
                .getErrorMessage())
        .isEqualTo("a: tags must have at most 20 entries, not 200000");
    assertThat(intake.value("lamp", "b")).isEqualTo(new Value.Whole(2));
  }

  @Test
  void refusesMoreThanItCanHold() throws IOException {
    assertThat(post(intake, PROTOBUF, new byte[InOwnForm.MOST_BYTES + 1]).status()).isEqualTo(413);

    Gauge.Builder many = Gauge.newBuilder();
    for (int i = 0; i <= 50_000; i++) {
      many.addDataPoints(point(5).setAsInt(i));
    }
    HttpResponse response =
        protobuf(intake, request(Metric.newBuilder().setName("a").setGauge(many)));
    assertThat(response.status()).isEqualTo(413);
    assertThat(message(response)).isEqualTo("Send at most 50,000 data points at once.");
  }

  @Test
  void asksToComeBack() throws IOException {
    HttpResponse quota =
        protobuf(
            (_, _, _, _) -> new Taken.QuotaUsed("no more devices", Duration.ofSeconds(90)),
            request(metric("a", point(5).setAsInt(1))));
    assertThat(quota.status()).isEqualTo(429);
    assertThat(quota.headers()).containsEntry("retry-after", "90");
    assertThat(code(quota)).isEqualTo(8);
    assertThat(message(quota)).isEqualTo("no more devices");

    HttpResponse away =
        protobuf(
            (_, _, _, _) -> {
              throw new DependencyUnavailable("the table", Duration.ofSeconds(2), null);
            },
            request(metric("a", point(5).setAsInt(1))));
    assertThat(away.status()).isEqualTo(503);
    assertThat(away.headers()).containsEntry("retry-after", "2");
    assertThat(code(away)).isEqualTo(14);
  }

  @Test
  void answersJsonInJson() {
    String good =
        "{\"resourceMetrics\":[{\"scopeMetrics\":[{\"metrics\":[{\"name\":\"%s\",\"gauge\":"
            + "{\"dataPoints\":[{\"asInt\":\"1\",\"timeUnixNano\":\"5\"}%s]}}]}]}]}";

    assertThat(new String(json(intake, good.formatted("a", "")).body(), UTF_8)).isEqualTo("{}");
    HttpResponse partial =
        json(intake, good.formatted("a", ",{\"asDouble\":\"NaN\",\"timeUnixNano\":5}"));
    assertThat(Json.read(partial.body()).at("/partialSuccess/rejectedDataPoints").textValue())
        .isEqualTo("1");
    HttpResponse bad = json(intake, good.formatted("/", ""));
    assertThat(bad.status()).isEqualTo(400);
    assertThat(bad.headers()).containsEntry("content-type", JSON);
    assertThat(Json.read(bad.body()).path("code").intValue()).isEqualTo(3);
    assertThat(Json.read(bad.body()).path("message").textValue()).contains("metric_name");
  }

  @Test
  void takesNoOtherMediaType() {
    HttpResponse response = post(intake, "text/plain", new byte[0]);

    assertThat(response.status()).isEqualTo(415);
    assertThat(response.headers()).containsEntry("content-type", "application/problem+json");
    assertThat(post(intake, "Application/JSON; charset=utf-8", "{}".getBytes(UTF_8)).status())
        .isEqualTo(200);
  }

  private static ExportMetricsServiceRequest request(Metric.Builder... metrics) {
    ScopeMetrics.Builder scope = ScopeMetrics.newBuilder();
    Arrays.stream(metrics).forEach(scope::addMetrics);
    return ExportMetricsServiceRequest.newBuilder()
        .addResourceMetrics(ResourceMetrics.newBuilder().addScopeMetrics(scope))
        .build();
  }

  private static Metric.Builder metric(String name, NumberDataPoint.Builder point) {
    return Metric.newBuilder().setName(name).setGauge(Gauge.newBuilder().addDataPoints(point));
  }

  private static NumberDataPoint.Builder point(long time) {
    return NumberDataPoint.newBuilder().setTimeUnixNano(time);
  }

  private static KeyValue attribute(String key, String value) {
    return KeyValue.newBuilder()
        .setKey(key)
        .setValue(AnyValue.newBuilder().setStringValue(value))
        .build();
  }

  private static HttpResponse protobuf(Intake intake, ExportMetricsServiceRequest request) {
    return post(intake, PROTOBUF, request.toByteArray());
  }

  private static HttpResponse json(Intake intake, String request) {
    return post(intake, JSON, request.getBytes(UTF_8));
  }

  private static HttpResponse post(Intake intake, String type, byte[] body) {
    HttpRequest request =
        new HttpRequest(
            "r",
            "POST /v1/metrics",
            Map.of(),
            Map.of(),
            Map.of("content-type", type),
            body,
            Callers.device("lamp"));
    return MetricsHandler.of(new Deliver(intake)).handle(request);
  }

  /** Field 1 of a {@code google.rpc.Status}. */
  private static int code(HttpResponse response) throws IOException {
    CodedInputStream in = CodedInputStream.newInstance(response.body());
    assertThat(in.readTag()).isEqualTo(1 << 3);
    return in.readInt32();
  }

  /** Field 2 of a {@code google.rpc.Status}. */
  private static String message(HttpResponse response) throws IOException {
    CodedInputStream in = CodedInputStream.newInstance(response.body());
    in.readTag();
    in.readInt32();
    assertThat(in.readTag()).isEqualTo(2 << 3 | 2);
    ByteString text = in.readBytes();
    assertThat(in.isAtEnd()).isTrue();
    return text.toStringUtf8();
  }
}
