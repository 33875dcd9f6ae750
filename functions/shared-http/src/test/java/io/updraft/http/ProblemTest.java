package io.updraft.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProblemTest {
  private static final Duration SOON = Duration.ofSeconds(3);

  @Test
  void everyKindHasItsStatusAndCode() {
    Map<Problem, String> kinds = new LinkedHashMap<>();
    kinds.put(Problem.malformed("d"), "400 MALFORMED");
    kinds.put(Problem.unauthorized("d"), "401 UNAUTHORIZED");
    kinds.put(Problem.forbidden("d"), "403 FORBIDDEN");
    kinds.put(Problem.notFound("firmware", "abc"), "404 NOT_FOUND");
    kinds.put(Problem.unknownRoute(), "404 NOT_FOUND");
    kinds.put(Problem.methodNotAllowed(List.of("GET")), "405 METHOD_NOT_ALLOWED");
    kinds.put(Problem.conflict("d"), "409 CONFLICT");
    kinds.put(Problem.invalidTransition("a", "b", List.of()), "409 INVALID_STATE_TRANSITION");
    kinds.put(Problem.tooLarge("d"), "413 TOO_LARGE");
    kinds.put(Problem.unsupportedMediaType("d"), "415 UNSUPPORTED_MEDIA_TYPE");
    kinds.put(Problem.validation(List.of(new FieldError("f", "m"))), "422 VALIDATION");
    kinds.put(Problem.rateLimited("d", SOON), "429 RATE_LIMITED");
    kinds.put(Problem.internal(), "500 INTERNAL");
    kinds.put(Problem.unavailable("d", SOON), "503 UNAVAILABLE");
    kinds.put(Problem.timeout("d", SOON), "504 TIMEOUT");

    kinds.forEach(
        (problem, kind) -> {
          HttpResponse response = problem.toResponse("r");
          JsonNode body = Json.read(response.body());
          assertThat(response.status() + " " + body.path("code").asText()).isEqualTo(kind);
          assertThat(body.path("status").asInt()).isEqualTo(response.status());
          assertThat(body.path("detail").asText()).isNotBlank();
        });
  }

  @Test
  void onlyWhatPassesSaysWhenToComeBack() {
    for (Problem problem :
        List.of(
            Problem.rateLimited("d", SOON),
            Problem.unavailable("d", SOON),
            Problem.timeout("d", SOON))) {
      assertThat(problem.toResponse("r").headers()).containsEntry("retry-after", "3");
    }
    assertThat(Problem.rateLimited("d", Duration.ZERO).toResponse("r").headers())
        .containsEntry("retry-after", "1");
    assertThat(Problem.internal().toResponse("r").headers()).doesNotContainKey("retry-after");
  }

  @Test
  void listsWrongFields() {
    HttpResponse response =
        Problem.validation(List.of(new FieldError("name", "is required"))).toResponse("r");

    assertThat(Json.read(response.body()).path("errors"))
        .hasToString("[{\"field\":\"name\",\"message\":\"is required\"}]");
  }

  @Test
  void extensionsReplaceNoMemberOfTheForm() {
    Problem problem =
        new Problem(409, "CONFLICT", "d", List.of(), Map.of("status", 200, "by", "you"), null);

    JsonNode body = Json.read(problem.toResponse("r").body());

    assertThat(body.path("status").asInt()).isEqualTo(409);
    assertThat(body.path("by").asText()).isEqualTo("you");
  }
}
