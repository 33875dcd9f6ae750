package io.updraft.access;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.http.Caller;
import io.updraft.http.CallerContext;
import io.updraft.http.Json;
import io.updraft.http.Role;
import io.updraft.testing.TestContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Invokes functions as Lambda does: bytes in, bytes out. */
public final class Invocation {
  private static final Instant NEVER = Instant.parse("9999-12-31T23:59:59Z");

  private Invocation() {}

  /** What a function behind the API answered. */
  public record Answer(int status, Map<String, String> headers, String body) {
    public JsonNode json() {
      return Json.read(body.getBytes(StandardCharsets.UTF_8));
    }
  }

  public static JsonNode invoke(RequestStreamHandler handler, Object event) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      handler.handleRequest(new ByteArrayInputStream(Json.write(event)), answer, new TestContext());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Json.read(answer.toByteArray());
  }

  /** A caller of the organization acme. */
  public static Caller caller(Role role) {
    return new Caller(
        "acme", "jo", Set.of(role), role == Role.DEVICE ? "d" : null, Set.of(), NEVER);
  }

  /** A request that was routed by the gateway. */
  public static Request request(String routeKey, String path) {
    return new Request(routeKey, path, null, Map.of(), Map.of(), Map.of(), null);
  }

  /** A request of payload format 2.0 in the making. */
  public record Request(
      String routeKey,
      String path,
      @Nullable Caller caller,
      Map<String, String> parameters,
      Map<String, String> query,
      Map<String, String> headers,
      @Nullable Object body) {

    public Request by(Caller someone) {
      return new Request(routeKey, path, someone, parameters, query, headers, body);
    }

    public Request parameter(String name, String value) {
      return new Request(routeKey, path, caller, Map.of(name, value), query, headers, body);
    }

    public Request query(String name, String value) {
      Map<String, String> more = new HashMap<>(query);
      more.put(name, value);
      return new Request(routeKey, path, caller, parameters, more, headers, body);
    }

    public Request header(String name, String value) {
      Map<String, String> more = new HashMap<>(headers);
      more.put(name, value);
      return new Request(routeKey, path, caller, parameters, query, more, body);
    }

    public Request json(Object value) {
      return new Request(routeKey, path, caller, parameters, query, headers, value)
          .header("content-type", "application/json");
    }

    /** Sends it to a function. */
    public Answer to(RequestStreamHandler function) {
      JsonNode answer = invoke(function, event());
      Map<String, String> answered = new HashMap<>();
      answer
          .path("headers")
          .properties()
          .forEach(header -> answered.put(header.getKey(), header.getValue().textValue()));
      return new Answer(
          answer.path("statusCode").intValue(), answered, answer.path("body").asText());
    }

    private Map<String, Object> event() {
      Map<String, Object> context = new HashMap<>();
      context.put("requestId", "request-1");
      context.put("routeKey", routeKey);
      if (caller != null) {
        context.put("authorizer", Map.of("lambda", CallerContext.write(caller)));
      }
      Map<String, Object> event = new HashMap<>();
      event.put("version", "2.0");
      event.put("routeKey", routeKey);
      event.put("rawPath", path);
      event.put("requestContext", context);
      event.put("pathParameters", parameters);
      event.put("queryStringParameters", query);
      event.put("headers", headers);
      if (body != null) {
        event.put("body", new String(Json.write(body), StandardCharsets.UTF_8));
      }
      return event;
    }
  }
}
