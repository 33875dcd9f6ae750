package io.updraft.telemetry.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.updraft.http.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonEncodingTest {
  @Test
  void readsNumbersWrittenEitherWay() {
    assertThat(point("\"asInt\": \"-9223372036854775808\"").getAsInt()).isEqualTo(Long.MIN_VALUE);
    assertThat(point("\"asInt\": 9223372036854775807").getAsInt()).isEqualTo(Long.MAX_VALUE);
    assertThat(point("\"asDouble\": 1").getAsDouble()).isEqualTo(1);
    assertThat(point("\"asDouble\": \"-1.5e3\"").getAsDouble()).isEqualTo(-1500);
    assertThat(point("\"asDouble\": \"-Infinity\"").getAsDouble())
        .isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(point("\"flags\": 4294967295").getFlags()).isEqualTo(-1);
    assertThat(point("\"timeUnixNano\": \"18446744073709551615\"").getTimeUnixNano()).isEqualTo(-1);
  }

  @Test
  void skipsWhatItDoesNotKnowOrNeed() {
    NumberDataPoint point =
        point(
            "\"as_int\": 5, \"new\": {\"x\": [1]}, \"asInt\": null,"
                + " \"exemplars\": [{\"traceId\": \"5b8efff798038103d269b633813fc60c\"}]");

    assertThat(point).isEqualTo(NumberDataPoint.getDefaultInstance());
    assertThat(
            metric("{\"sum\": {\"aggregationTemporality\": \"DELTA\", \"isMonotonic\": true}}")
                .getSum()
                .getIsMonotonic())
        .isTrue();
  }

  @Test
  void readsLists() {
    HistogramDataPoint point =
        metric(
                "{\"histogram\": {\"dataPoints\": [{\"count\": \"3\", \"bucketCounts\": [\"1\", 2],"
                    + " \"explicitBounds\": [0.5], \"min\": 0}]}}")
            .getHistogram()
            .getDataPoints(0);

    assertThat(point.getCount()).isEqualTo(3);
    assertThat(point.getBucketCountsList()).containsExactly(1L, 2L);
    assertThat(point.getExplicitBoundsList()).containsExactly(0.5);
    assertThat(point.hasMin()).isTrue();
    assertThat(point.hasMax()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "\"asInt\": 1.5 | asInt must be a whole number of 64 bits.",
        "\"asInt\": \"9223372036854775808\" | asInt must be a whole number of 64 bits.",
        "\"asInt\": 1e400 | asInt must be a whole number of 64 bits.",
        "\"asInt\": true | asInt must be a whole number of 64 bits.",
        "\"asInt\": \"\" | asInt must be a whole number of 64 bits.",
        "\"asDouble\": \"much\" | asDouble must be a number.",
        "\"asDouble\": [] | asDouble must be a text.",
        "\"timeUnixNano\": -1 | timeUnixNano must be a whole number of 64 bits.",
        "\"flags\": 4294967296 | flags must be a whole number of 32 bits.",
        "\"attributes\": {} | attributes must be a list.",
        "\"attributes\": [1] | attributes must be an object.",
        "\"attributes\": [null] | attributes must be an object.",
        "\"attributes\": [{\"key\": 1}] | key must be a text.",
        "\"attributes\": [{\"value\": {\"boolValue\": \"true\"}}] | boolValue must be true or false.",
        "\"attributes\": [{\"value\": {\"bytesValue\": \"*\"}}] | bytesValue must be a text in base64.",
      })
  void tellsWhatIsOfAnotherType(String members, String message) {
    assertThatThrownBy(() -> point(members))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().detail()).isEqualTo(message));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "1", "{", "{\"resourceMetrics\": NaN}", "{} {}", "\u0000"})
  void refusesWhatIsNoJsonObject(String text) {
    assertThatThrownBy(() -> new JsonEncoding().read(text.getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().status()).isEqualTo(400));
  }

  @Test
  void refusesNestingWithoutEnd() {
    String deep = "{\"arrayValue\":{\"values\":[".repeat(500) + "]}}".repeat(500);

    assertThatThrownBy(() -> point("\"attributes\": [{\"value\": %s}]".formatted(deep)))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().status()).isEqualTo(400));
  }

  private static NumberDataPoint point(String members) {
    return metric("{\"gauge\": {\"dataPoints\": [{%s}]}}".formatted(members))
        .getGauge()
        .getDataPoints(0);
  }

  private static Metric metric(String json) {
    ExportMetricsServiceRequest request =
        new JsonEncoding()
            .read(
                "{\"resourceMetrics\": [{\"scopeMetrics\": [{\"metrics\": [%s]}]}]}"
                    .formatted(json)
                    .getBytes(UTF_8));
    return request.getResourceMetrics(0).getScopeMetrics(0).getMetrics(0);
  }
}
