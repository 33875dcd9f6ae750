package io.updraft.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.access.Invocation.Answer;
import io.updraft.access.domain.InMemoryAccess;
import io.updraft.http.Role;
import io.updraft.testing.MutableClock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiDocumentFunctionTest {
  private final ApiDocumentFunction function = new ApiDocumentFunction();

  static List<String> everyPath() {
    return ApiSchemas.operations().keySet().stream()
        .map(route -> route.substring(route.indexOf(' ') + 1))
        .distinct()
        .toList();
  }

  private Answer unmatched(String path) {
    return Invocation.request("$default", path).to(function);
  }

  @Test
  void servesTheDocumentToEverybody() {
    Answer answer =
        Invocation.request("GET /api/v1/openapi.yaml", "/api/v1/openapi.yaml").to(function);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers().get("content-type")).startsWith("text/yaml");
    assertThat(answer.body()).isEqualTo(ApiSchemas.TEXT);
  }

  @ParameterizedTest
  @MethodSource("everyPath")
  void knowsThePathsOfAllFunctions(String path) {
    assertThat(unmatched(path.replaceAll("\\{[a-z_]+}", "some-id")).status()).isEqualTo(405);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/ota/firmware, 'GET, POST'",
    "/api/v1/devices/d-1, 'DELETE, GET, PATCH, PUT'",
    "/api/v1/ota/devices/bulk/update, POST",
    "/health, GET"
  })
  void otherMethodsAreAnsweredWithThoseAllowed(String path, String allowed) {
    Answer answer = unmatched(path);
    assertThat(answer.headers()).containsEntry("allow", allowed);
    assertThat(ApiSchemas.complaints("Problem", answer.json())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/api/v1/ota", "/api/v1/ota/firmware/", "/api/v1/ota/firmware/a/b/c"})
  void otherPathsAreNotThere(String path) {
    Answer answer = unmatched(path);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().path("code").asText()).isEqualTo("NOT_FOUND");
    assertThat(ApiSchemas.complaints("Problem", answer.json())).isEmpty();
  }

  @Test
  void answersAboutKeysAreAsDocumented() {
    InMemoryAccess access = new InMemoryAccess();
    AccessKeysFunction keys =
        new AccessKeysFunction(access, access, MutableClock.at("2026-11-24T08:00:00Z"));
    String path = "/api/v1/admin/keys";
    var creation = Invocation.request("POST " + path, path).by(Invocation.caller(Role.ADMIN));
    var listing = Invocation.request("GET " + path, path).by(Invocation.caller(Role.ADMIN));
    Answer created = creation.json(Map.of("role", "device", "device", "d-1")).to(keys);
    Answer refused = creation.json(Map.of()).to(keys);
    assertThat(ApiSchemas.complaints("NewApiKey", created.json())).isEmpty();
    assertThat(ApiSchemas.complaints("ApiKeyList", listing.to(keys).json())).isEmpty();
    assertThat(ApiSchemas.complaints("Problem", refused.json())).isEmpty();
  }
}
