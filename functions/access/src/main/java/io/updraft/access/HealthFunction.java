package io.updraft.access;

import io.updraft.access.authorize.AuthorizerHandler;
import io.updraft.access.domain.Dependency;
import io.updraft.access.dynamodb.AccessTable;
import io.updraft.access.health.HealthHandler;
import io.updraft.access.http.NeighbouringService;
import io.updraft.access.s3.FirmwareBucket;
import io.updraft.http.Access;
import io.updraft.http.Credentials;
import io.updraft.http.HttpFunction;
import io.updraft.http.Routes;
import io.updraft.lambda.Environment;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Says whether the system works: the function {@code Health}. */
public final class HealthFunction extends HttpFunction {

  public HealthFunction() {
    this(
        dependencies(Environment.current()),
        AuthorizerHandler.wire(Environment.current())::judge,
        Clock.systemUTC());
  }

  HealthFunction(
      List<Dependency> dependencies, Function<String, Credentials> authorize, Clock clock) {
    super(
        routes(
            new HealthHandler(dependencies, authorize, Resource.text("version.txt"), clock),
            clock));
  }

  private static List<Dependency> dependencies(Environment environment) {
    Stream<Dependency> own =
        Stream.of(AccessTable.of(environment).dependency(), FirmwareBucket.of(environment));
    return Stream.concat(own, NeighbouringService.all(environment)).toList();
  }

  private static Routes routes(HealthHandler health, Clock clock) {
    return Routes.routes(clock)
        .route("GET /health", Access.anyone(), health)
        .route("GET /api/v1/ota/health", Access.anyone(), health)
        .build();
  }
}
