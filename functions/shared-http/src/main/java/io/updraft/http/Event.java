package io.updraft.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * An event of payload format 2.0, read as a tree: the event classes of the AWS library would take a
 * multiple of the start time.
 */
record Event(JsonNode json) {
  private static final ObjectReader READER = new JsonMapper().reader();

  /**
   * @throws IllegalArgumentException when it is something else than such an event
   */
  static Event read(byte[] bytes) {
    try {
      Event event = new Event(READER.readTree(bytes));
      if (event.routeKey().isEmpty()) {
        throw new IllegalArgumentException("No event of an HTTP API with payload format 2.0");
      }
      return event;
    } catch (IOException wrong) {
      throw new IllegalArgumentException("No event in JSON", wrong);
    }
  }

  String requestId() {
    return json.at("/requestContext/requestId").asText("");
  }

  String routeKey() {
    return json.at("/requestContext/routeKey").asText("");
  }

  String path() {
    return json.path("rawPath").asText("");
  }

  Credentials credentials() {
    Credentials judged = CallerContext.read(json.at("/requestContext/authorizer/lambda"));
    return ClientCertificate.of(json).confirm(judged);
  }

  Map<String, String> pathParameters() {
    return texts("pathParameters");
  }

  Map<String, String> query() {
    return texts("queryStringParameters");
  }

  Map<String, String> headers() {
    Map<String, String> byLowerCase = new HashMap<>();
    texts("headers")
        .forEach((name, value) -> byLowerCase.put(name.toLowerCase(Locale.ROOT), value));
    return byLowerCase;
  }

  /** The bytes as they were sent. */
  byte[] body() {
    String body = json.path("body").asText("");
    return json.path("isBase64Encoded").asBoolean()
        ? Base64.getDecoder().decode(body)
        : body.getBytes(StandardCharsets.UTF_8);
  }

  private Map<String, String> texts(String name) {
    Map<String, String> texts = new HashMap<>();
    json.path(name)
        .properties()
        .forEach(each -> texts.put(each.getKey(), each.getValue().asText()));
    return texts;
  }
}
