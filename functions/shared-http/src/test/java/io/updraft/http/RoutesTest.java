package io.updraft.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoutesTest {
  @Test
  void knowsTheMethodsOfAPath() {
    Routes routes = routes("GET /a/{id}", "DELETE /a/{id}", "POST /a", "GET /files/{rest+}");

    assertThat(routes.methodsOf("/a/1.2")).containsExactly("DELETE", "GET");
    assertThat(routes.methodsOf("/a")).containsExactly("POST");
    assertThat(routes.methodsOf("/files/x/y")).containsExactly("GET");
    for (String unknown : List.of("/a/", "/a/1/2", "/A", "/", "", "/files/", "a/1")) {
      assertThat(routes.methodsOf(unknown)).as(unknown).isEmpty();
    }
  }

  @Test
  void takesDotsInTemplatesLiterally() {
    assertThat(routes("GET /openapi.yaml").methodsOf("/openapixyaml")).isEmpty();
  }

  @Test
  void refusesTheSameRouteTwice() {
    assertThatThrownBy(() -> routes("GET /a", "GET /a"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesWhatIsNoRoute() {
    for (String odd : List.of("", "GET", "/a", "GET a", "GET /a b")) {
      assertThatThrownBy(() -> routes(odd)).as(odd).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void inflatesTenMebibytesUnlessToldOtherwise() {
    assertThat(routes("GET /a").maxInflatedBytes()).isEqualTo(10 << 20);
    assertThat(Routes.routes(Clock.systemUTC()).maxInflatedBytes(7).build().maxInflatedBytes())
        .isEqualTo(7);
  }

  private static Routes routes(String... keys) {
    Routes.Builder builder = Routes.routes(Clock.systemUTC());
    for (String key : keys) {
      builder.route(key, Access.anyone(), request -> HttpResponse.noContent());
    }
    return builder.build();
  }
}
