package io.updraft.device;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.updraft.http.Caller;
import io.updraft.http.CallerContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call of a function, as an event of payload format 2.0. */
record Call(
    String routeKey, Map<String, String> path, Map<String, String> query, @Nullable String body) {
  private static final JsonMapper JSON = new JsonMapper();

  /** What came back; the body is a missing node where there is none. */
  record Answer(int status, JsonNode headers, JsonNode body) {
    String code() {
      return body.path("code").asText();
    }
  }

  static Call of(String routeKey) {
    return new Call(routeKey, Map.of(), Map.of(), null);
  }

  Call path(String name, String value) {
    return new Call(routeKey, Map.of(name, value), query, body);
  }

  Call query(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(query);
    more.put(name, value);
    return new Call(routeKey, path, more, body);
  }

  Call body(String json) {
    return new Call(routeKey, path, query, json);
  }

  Answer by(Caller caller, RequestStreamHandler function) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      byte[] event = JSON.writeValueAsBytes(event(caller));
      function.handleRequest(new ByteArrayInputStream(event), answer, context());
      return answer(JSON.readTree(answer.toByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ObjectNode event(Caller caller) {
    ObjectNode event = JSON.createObjectNode().put("version", "2.0").put("routeKey", routeKey);
    event.put("rawPath", "/").put("isBase64Encoded", false).put("body", body);
    event.putObject("headers").put("content-type", "application/json");
    event.set("pathParameters", JSON.valueToTree(path));
    event.set("queryStringParameters", JSON.valueToTree(query));
    event
        .putObject("requestContext")
        .put("requestId", "request-1")
        .put("routeKey", routeKey)
        .putObject("authorizer")
        .set("lambda", JSON.valueToTree(CallerContext.write(caller)));
    return event;
  }

  private static Answer answer(JsonNode payload) throws IOException {
    return new Answer(
        payload.path("statusCode").asInt(),
        payload.path("headers"),
        JSON.readTree(payload.path("body").asText()));
  }

  private static Context context() {
    return (Context)
        Proxy.newProxyInstance(
            Call.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, arguments) -> method.getReturnType() == String.class ? "test" : null);
  }
}
