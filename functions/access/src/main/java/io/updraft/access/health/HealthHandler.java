package io.updraft.access.health;

import io.updraft.access.domain.Dependency;
import io.updraft.http.Credentials;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import io.updraft.http.Problem;
import io.updraft.http.Role;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * {@code GET /health} and {@code GET /api/v1/ota/health}: 200 with {@code healthy} or {@code
 * degraded}. Not 503, by which a load balancer would take the whole API away when one dependency of
 * some routes is; who wants to act on it reads the status.
 *
 * <p>The route is open, so the details, which only users see, check the credentials themselves.
 */
public final class HealthHandler implements Operation {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final CheckHealth checkHealth;
  private final Function<String, Credentials> authorize;
  private final String version;

  /**
   * @param authorize judges an Authorization header
   */
  public HealthHandler(
      List<Dependency> dependencies,
      Function<String, Credentials> authorize,
      String version,
      Clock clock) {
    this.checkHealth = new CheckHealth(dependencies, clock, PATIENCE);
    this.authorize = authorize;
    this.version = version;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    boolean detailed = request.query("detailed").filter("true"::equals).isPresent();
    if (detailed) {
      requireUser(request.header("authorization").orElse(""));
    }
    HealthReport report = checkHealth.check();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("status", report.status());
    body.put("version", version);
    if (detailed) {
      body.put("dependencies", report.dependencies());
    }
    return HttpResponse.ok(body).withHeader("cache-control", "no-store");
  }

  private void requireUser(String header) {
    switch (authorize.apply(header)) {
      case Credentials.Valid(var caller) -> {
        if (!caller.has(Role.VIEWER)) {
          throw Problem.forbidden("Use the credentials of a user.").exception();
        }
      }
      case Credentials.Invalid(String reason) -> throw Problem.unauthorized(reason).exception();
      case Credentials.Absent() -> throw new IllegalStateException("absent is never judged");
    }
  }
}
