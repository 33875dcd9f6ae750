package io.updraft.telemetry.otlp;

import static io.updraft.telemetry.otlp.Exchange.JSON;
import static io.updraft.telemetry.otlp.Exchange.PROTOBUF;
import static io.updraft.telemetry.otlp.Exchange.code;
import static io.updraft.telemetry.otlp.Exchange.json;
import static io.updraft.telemetry.otlp.Exchange.message;
import static io.updraft.telemetry.otlp.Exchange.metric;
import static io.updraft.telemetry.otlp.Exchange.point;
import static io.updraft.telemetry.otlp.Exchange.post;
import static io.updraft.telemetry.otlp.Exchange.protobuf;
import static io.updraft.telemetry.otlp.Exchange.request;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.updraft.http.HttpResponse;
import io.updraft.http.Json;
import io.updraft.lambda.DependencyUnavailable;
import io.updraft.telemetry.delivery.RecordingIntake;
import io.updraft.telemetry.intake.Taken;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MetricsHandlerTest {
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
}
