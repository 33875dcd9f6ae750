package io.updraft.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HttpRequestTest {
  @Test
  void passesOnOnlySafeCorrelationIds() {
    assertThat(with("X-Correlation-Id", "release/7").correlationId()).contains("release/7");
    for (String odd : List.of("", "a b", "a\nb", "x".repeat(129), "é")) {
      assertThat(with("x-correlation-id", odd).correlationId()).as(odd).contains("request-1");
    }
  }

  @Test
  void passesOnOnlyWellFormedTraces() {
    assertThat(with("traceparent", "00-0").traceparent()).isEmpty();
    assertThat(with("other", "x").traceparent()).isEmpty();
  }

  @Test
  void emptyBodyMayStandForAnEmptyObject() {
    assertThat(with("content-type", "text/plain").jsonOrEmpty().has("reason")).isFalse();
    assertThat(json("{\"reason\":\"x\"}").jsonOrEmpty().has("reason")).isTrue();
    assertThatThrownBy(json("{")::jsonOrEmpty).isInstanceOf(ProblemException.class);
  }

  @Test
  void hasALimitForJsonThatAnOperationMayChange() {
    assertThatThrownBy(() -> json("{\"a\":1}").json(6))
        .isInstanceOf(ProblemException.class)
        .hasMessageStartingWith("TOO_LARGE");
    assertThat(json("{\"a\":1}").json(7).has("a")).isTrue();
  }

  @Test
  void aBodyGoesOverWhatThereIs() {
    Map<String, Object> present = Map.of("a", 1, "b", Map.of("c", "x"), "d", "y");

    Fields merged = json("{\"b\":{},\"d\":null,\"e\":true}").jsonOver(present, 100);

    assertThat(merged.number("a", 0, 9)).isEqualTo(1);
    assertThat(merged.object("b").orElseThrow().has("c")).isFalse();
    assertThat(merged.has("d")).isFalse();
    assertThat(merged.flagOr("e", false)).isTrue();
    assertThatThrownBy(() -> json("[]").jsonOver(present, 100))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> json("{\"a\":1}").jsonOver(present, 6))
        .hasMessageStartingWith("TOO_LARGE");
  }

  @Test
  void aParameterThatTheRouteDoesNotHaveIsADefect() {
    assertThatThrownBy(() -> json("{}").path("nothing"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("POST /x");
  }

  private static HttpRequest with(String header, String value) {
    return request(Map.of(header, value), "");
  }

  private static HttpRequest json(String body) {
    return request(Map.of("content-type", "application/json"), body);
  }

  private static HttpRequest request(Map<String, String> headers, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return new HttpRequest("request-1", "POST /x", Map.of(), Map.of(), headers, bytes, null);
  }
}
