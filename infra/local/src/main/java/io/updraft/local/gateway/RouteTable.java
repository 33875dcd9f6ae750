package io.updraft.local.gateway;

import io.updraft.template.Route;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the route of a request, as an HTTP API does: the one that says most about the path, from
 * the left; a named method before {@code ANY}; the default route last.
 */
final class RouteTable {
  private final List<RoutePattern> patterns;
  private final Optional<Match> defaultRoute;

  /** A route with the values of its path parameters. */
  record Match(Route route, Map<String, String> pathParameters) {}

  RouteTable(List<Route> routes) {
    patterns =
        routes.stream()
            .filter(route -> !route.key().equals(Route.DEFAULT))
            .map(RoutePattern::of)
            .sorted(RoutePattern.MOST_SPECIFIC_FIRST)
            .toList();
    defaultRoute =
        routes.stream()
            .filter(route -> route.key().equals(Route.DEFAULT))
            .map(route -> new Match(route, Map.of()))
            .findFirst();
  }

  Optional<Match> find(String method, String rawPath) {
    String[] segments = RoutePattern.segments(rawPath);
    for (RoutePattern pattern : patterns) {
      if (pattern.matches(method, segments)) {
        return Optional.of(new Match(pattern.route(), pattern.parameters(segments)));
      }
    }
    return defaultRoute;
  }
}
