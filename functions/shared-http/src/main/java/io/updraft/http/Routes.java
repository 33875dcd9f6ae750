package io.updraft.http;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The routes that a function serves. */
public final class Routes {
  /** 10 MiB. */
  private static final int MAX_INFLATED_BYTES = 10 << 20;

  private final Clock clock;
  private final Map<String, Route> routes;
  private final int maxInflatedBytes;
  private final Refusals refusals;

  private Routes(Builder builder) {
    this.clock = builder.clock;
    this.routes = Map.copyOf(builder.routes);
    this.maxInflatedBytes = builder.maxInflatedBytes;
    this.refusals = builder.refusals;
  }

  /**
   * Starts a list of routes.
   *
   * @param clock by which credentials expire
   */
  public static Builder routes(Clock clock) {
    return new Builder(clock);
  }

  Clock clock() {
    return clock;
  }

  int maxInflatedBytes() {
    return maxInflatedBytes;
  }

  Refusals refusals() {
    return refusals;
  }

  Optional<Route> find(String routeKey) {
    return Optional.ofNullable(routes.get(routeKey));
  }

  /** The methods that a path takes, by the known routes; empty when the path is unknown. */
  SortedSet<String> methodsOf(String path) {
    SortedSet<String> methods = new TreeSet<>();
    routes.values().stream()
        .filter(route -> route.key().matchesPath(path))
        .forEach(route -> methods.add(route.key().method()));
    return methods;
  }

  record Route(RouteKey key, Access access, Operation operation) {}

  /** Collects routes; each is named as in {@code template.yaml}. */
  public static final class Builder {
    private final Clock clock;
    private final Map<String, Route> routes = new LinkedHashMap<>();
    private int maxInflatedBytes = MAX_INFLATED_BYTES;
    private Refusals refusals = Problem::toResponse;

    private Builder(Clock clock) {
      this.clock = clock;
    }

    /**
     * Adds a route.
     *
     * @param routeKey method and path template, as {@code GET /firmware/{id}}
     */
    public Builder route(String routeKey, Access access, Operation operation) {
      Route route = new Route(RouteKey.of(routeKey), access, operation);
      if (routes.put(routeKey, route) != null) {
        throw new IllegalArgumentException("Two routes " + routeKey);
      }
      return this;
    }

    /** How large a gzip body may become; 10 MiB unless set. */
    public Builder maxInflatedBytes(int bytes) {
      maxInflatedBytes = bytes;
      return this;
    }

    /** How refusals look, for a protocol that has a form of its own. */
    public Builder refusals(Refusals form) {
      refusals = form;
      return this;
    }

    public Routes build() {
      return new Routes(this);
    }
  }
}
