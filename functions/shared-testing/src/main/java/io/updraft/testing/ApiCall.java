package io.updraft.testing;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * A call as API Gateway hands it to a function: an event of payload format 2.0, with what the
 * authorizer found out.
 */
public final class ApiCall {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode event = JSON.createObjectNode();
  private final ObjectNode headers = event.putObject("headers");
  private final ObjectNode parameters = event.putObject("pathParameters");
  private final ObjectNode query = event.putObject("queryStringParameters");
  private final ObjectNode context = event.putObject("requestContext");

  private ApiCall(String routeKey) {
    String method = routeKey.substring(0, routeKey.indexOf(' '));
    event.put("version", "2.0").put("routeKey", routeKey).put("rawQueryString", "");
    event.put("isBase64Encoded", false);
    context.put("routeKey", routeKey).put("requestId", "test-request").put("stage", "$default");
    context.putObject("http").put("method", method).put("protocol", "HTTP/1.1");
  }

  /** A call of a route, e.g. {@code POST /campaigns/{campaign_id}/start}. */
  public static ApiCall of(String routeKey) {
    return new ApiCall(routeKey);
  }

  /** The value of a parameter in the route's path. */
  public ApiCall path(String name, String value) {
    parameters.put(name, value);
    return this;
  }

  public ApiCall query(String name, String value) {
    query.put(name, value);
    return this;
  }

  public ApiCall header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  public ApiCall json(String body) {
    return body("application/json", body);
  }

  public ApiCall json(Map<String, ?> body) {
    return json(JSON.valueToTree(body).toString());
  }

  public ApiCall body(String mediaType, String text) {
    event.put("body", text).put("isBase64Encoded", false);
    return header("content-type", mediaType);
  }

  /** Bytes, which reach a function in Base64. */
  public ApiCall body(String mediaType, byte[] bytes) {
    event.put("body", Base64.getEncoder().encodeToString(bytes)).put("isBase64Encoded", true);
    return header("content-type", mediaType);
  }

  /** As multipart with the parts {@code metadata}, in JSON, and {@code file}. */
  public ApiCall multipart(Map<String, ?> metadata, String filename, byte[] file) {
    byte[] form = MultipartForm.of(JSON.valueToTree(metadata).toString(), filename, file);
    return body(MultipartForm.MEDIA_TYPE, form);
  }

  /** As a user; roles separated by commas. */
  public ApiCall as(String organization, String user, String roles) {
    return known(Map.of("organization", organization, "user", user, "roles", roles));
  }

  public ApiCall asDevice(String organization, String deviceId) {
    return known(
        Map.of(
            "organization", organization, "user", "maker", "roles", "device", "device", deviceId));
  }

  /** As the key of a gateway, which speaks for any device; it counts as the user who made it. */
  public ApiCall asGateway(String organization, String user) {
    return known(
        Map.of("organization", organization, "user", user, "roles", "device", "gateway", "true"));
  }

  /** As whom the authorizer found out, in the form in which it tells functions. */
  public ApiCall by(Map<String, ?> caller) {
    context.putObject("authorizer").set("lambda", JSON.valueToTree(caller));
    return this;
  }

  private ApiCall known(Map<String, String> about) {
    Map<String, String> caller = new HashMap<>(about);
    caller.putAll(Map.of("valid", "true", "scopes", "", "expires_at", "4102444800"));
    return by(caller);
  }

  /** What the function answers. */
  public ApiAnswer on(RequestStreamHandler function) {
    event.put("rawPath", path());
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      function.handleRequest(
          new ByteArrayInputStream(JSON.writeValueAsBytes(event)), answer, new TestContext());
      return ApiAnswer.of(JSON.readTree(answer.toByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String path() {
    String path = event.get("routeKey").textValue().replaceFirst("^\\S+ ", "");
    for (var parameter : parameters.properties()) {
      path = path.replace("{" + parameter.getKey() + "}", parameter.getValue().textValue());
    }
    return path;
  }
}
