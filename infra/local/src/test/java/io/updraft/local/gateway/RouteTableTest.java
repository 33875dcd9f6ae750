package io.updraft.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.template.Route;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RouteTableTest {
  private static final List<String> KEYS =
      List.of(
          "GET /pets",
          "GET /pets/dog",
          "GET /pets/{id}",
          "ANY /pets/{id}",
          "PUT /pets/{id}/toys/{toy}",
          "GET /pets/{proxy+}",
          "ANY /{proxy+}",
          "GET /{tenant}/controller/v1/{device}",
          "$default");

  @Test
  void takesTheRouteThatSaysMostInWhateverOrderTheyAreGiven() {
    for (int seed = 0; seed < 20; seed++) {
      List<String> keys = new ArrayList<>(KEYS);
      Collections.shuffle(keys, new Random(seed));
      RouteTable routes = table(keys);

      assertThat(key(routes, "GET", "/pets")).as("seed %d", seed).isEqualTo("GET /pets");
      assertThat(key(routes, "GET", "/pets/dog")).isEqualTo("GET /pets/dog");
      assertThat(key(routes, "GET", "/pets/cat")).isEqualTo("GET /pets/{id}");
      assertThat(key(routes, "POST", "/pets/cat")).isEqualTo("ANY /pets/{id}");
      assertThat(key(routes, "GET", "/pets/cat/toys")).isEqualTo("GET /pets/{proxy+}");
      assertThat(key(routes, "PUT", "/pets/cat/toys/ball")).isEqualTo("PUT /pets/{id}/toys/{toy}");
      assertThat(key(routes, "POST", "/cars")).isEqualTo("ANY /{proxy+}");
      assertThat(key(routes, "GET", "/acme/controller/v1/d1"))
          .isEqualTo("GET /{tenant}/controller/v1/{device}");
      assertThat(key(routes, "GET", "/")).isEqualTo("$default");
    }
  }

  @Test
  void aSlashAtTheEndMatters() {
    RouteTable routes = table(List.of("GET /pets", "GET /pets/{id}"));

    assertThat(routes.find("GET", "/pets/")).isEmpty();
    assertThat(routes.find("GET", "/pets/1/")).isEmpty();
  }

  @Test
  void answersNothingWithoutDefaultRoute() {
    assertThat(table(List.of("GET /pets")).find("POST", "/pets")).isEmpty();
  }

  @Test
  void decodesPathParameters() {
    RouteTable routes = table(List.of("GET /a/{id}", "GET /b/{proxy+}"));

    assertThat(parameters(routes, "/a/x%3Ay+z")).isEqualTo(Map.of("id", "x:y+z"));
    assertThat(parameters(routes, "/b/c%20d/e")).isEqualTo(Map.of("proxy", "c d/e"));
  }

  private static RouteTable table(List<String> keys) {
    return new RouteTable(keys.stream().map(key -> new Route("F", key, Optional.empty())).toList());
  }

  private static String key(RouteTable routes, String method, String path) {
    return routes.find(method, path).orElseThrow().route().key();
  }

  private static Map<String, String> parameters(RouteTable routes, String path) {
    return routes.find("GET", path).orElseThrow().pathParameters();
  }
}
