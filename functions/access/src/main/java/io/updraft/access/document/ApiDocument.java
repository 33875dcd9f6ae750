package io.updraft.access.document;

import io.updraft.http.Access;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import io.updraft.http.Routes;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * {@code GET /api/v1/openapi.yaml}, and the default route, to which the gateway sends what has no
 * route. All routes of the document are known here, so that the edge can tell a path that takes
 * other methods (405) from one that is not there (404); the functions that serve them are others.
 */
public final class ApiDocument {
  private static final String OWN_ROUTE = "GET /api/v1/openapi.yaml";

  private static final Operation ELSEWHERE =
      request -> {
        throw new IllegalStateException(request.routeKey() + " belongs to another function");
      };

  private ApiDocument() {}

  /** The routes of the function, from the text of the document. */
  public static Routes routes(String document, Clock clock) {
    HttpResponse answer =
        new HttpResponse(
            200,
            Map.of("content-type", "text/yaml; charset=utf-8", "cache-control", "max-age=300"),
            document.getBytes(StandardCharsets.UTF_8));
    Routes.Builder routes =
        Routes.routes(clock).route(OWN_ROUTE, Access.anyone(), request -> answer);
    others(document).forEach(route -> routes.route(route, Access.anyone(), ELSEWHERE));
    return routes.build();
  }

  private static List<String> others(String document) {
    return DocumentedRoutes.in(document).stream().filter(r -> !r.equals(OWN_ROUTE)).toList();
  }
}
