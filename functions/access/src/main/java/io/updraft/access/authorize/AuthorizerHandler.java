package io.updraft.access.authorize;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.access.domain.Tokens;
import io.updraft.access.dynamodb.AccessTable;
import io.updraft.access.jwt.JwtTokens;
import io.updraft.access.jwt.TrustedIssuer;
import io.updraft.http.CallerContext;
import io.updraft.http.Credentials;
import io.updraft.http.Json;
import io.updraft.lambda.Environment;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The authorizer of the HTTP API (payload 2.0, simple responses).
 *
 * <p>It admits everybody and says in the context who it is: bad credentials are {@code valid=false}
 * with a reason, and the edge of each function refuses them with 401 in the form that all refusals
 * have. A denial here would be answered by the gateway in a form of its own.
 *
 * <p>When the issuer or the table can't be asked it fails, which the gateway answers with 500 and
 * does not keep: any answer would be kept for minutes and lock a good caller out.
 */
public final class AuthorizerHandler implements RequestStreamHandler {
  private final Authorize authorize;

  public AuthorizerHandler() {
    this(wire(Environment.current()));
  }

  AuthorizerHandler(Authorize authorize) {
    this.authorize = authorize;
  }

  /** The use case on the stores and the issuer that these variables name. */
  public static Authorize wire(Environment environment) {
    Clock clock = Clock.systemUTC();
    AccessTable table = AccessTable.of(environment);
    Tokens tokens =
        TrustedIssuer.of(environment)
            .<Tokens>map(issuer -> JwtTokens.of(issuer, clock))
            .orElseGet(Tokens::none);
    boolean createsMissing = environment.flag("AUTO_CREATE_ORGANIZATIONS", false);
    return new Authorize(
        tokens,
        table.apiKeys(),
        new KnownOrganizations(table.organizations(), clock, createsMissing),
        clock);
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    Credentials credentials = authorize.judge(header(Json.read(event.readAllBytes())));
    answer.write(Json.write(Map.of("isAuthorized", true, "context", rendered(credentials))));
  }

  private static Map<String, Object> rendered(Credentials credentials) {
    return switch (credentials) {
      case Credentials.Valid(var caller) -> CallerContext.write(caller);
      case Credentials.Invalid(String reason) -> CallerContext.invalid(reason);
      case Credentials.Absent() -> throw new IllegalStateException("absent is never judged");
    };
  }

  private static @Nullable String header(JsonNode event) {
    return event.path("headers").path("authorization").textValue();
  }
}
