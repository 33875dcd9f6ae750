package io.updraft.coldstart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.updraft.template.Function;
import io.updraft.template.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The first event of each function: the recorded one in {@code events/ID.json}, or else one that
 * its trigger could send. For a route that is a request by an administrator for what is not there,
 * for streams and queues an empty batch.
 */
final class FirstEvents {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)\\+?}");

  private FirstEvents() {}

  static byte[] of(Function function) {
    try (InputStream recorded =
        FirstEvents.class.getResourceAsStream("/events/" + function.id() + ".json")) {
      return recorded == null ? made(function) : recorded.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] made(Function function) throws JsonProcessingException {
    return function.routes().isEmpty()
        ? MAPPER.writeValueAsBytes(Map.of("Records", List.of()))
        : MAPPER.writeValueAsBytes(request(function.routes().getFirst()));
  }

  private static Map<String, Object> request(Route route) {
    String[] methodAndPath = route.key().split(" ", 2);
    Map<String, String> parameters =
        PARAMETER
            .matcher(methodAndPath[1])
            .results()
            .collect(Collectors.toMap(name -> name.group(1), name -> "none"));
    return Map.of(
        "version",
        "2.0",
        "routeKey",
        route.key(),
        "rawPath",
        PARAMETER.matcher(methodAndPath[1]).replaceAll("none"),
        "headers",
        Map.of("content-type", "application/json"),
        "pathParameters",
        parameters,
        "body",
        "{}",
        "isBase64Encoded",
        false,
        "requestContext",
        context(route.key(), methodAndPath[0]));
  }

  private static Map<String, Object> context(String routeKey, String method) {
    return Map.of(
        "requestId",
        "coldstart",
        "routeKey",
        routeKey,
        "http",
        Map.of("method", method),
        "authorizer",
        Map.of("lambda", administrator()));
  }

  private static Map<String, String> administrator() {
    return Map.of(
        "valid", "true",
        "organization", "org-1",
        "user", "bench",
        "roles", "admin",
        "scopes", "",
        "expires_at", "4102444800");
  }
}
