package io.updraft.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.local.lambda.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A response, from a function's answer in format 2.0 or from the gateway itself. */
@SuppressWarnings("ArrayRecordComponent") // never compared, and copying a body would cost
record HttpAnswer(int status, List<Map.Entry<String, String>> headers, byte[] body) {
  private static final int LOWEST_STATUS = 200;
  private static final int HIGHEST_STATUS = 599;

  /** What the gateway says when it answers itself. */
  static HttpAnswer message(int status, String message) {
    return json(status, ("{\"message\":\"" + message + "\"}").getBytes(StandardCharsets.UTF_8));
  }

  private static HttpAnswer json(int status, byte[] body) {
    return new HttpAnswer(status, List.of(Map.entry("content-type", "application/json")), body);
  }

  /**
   * Reads a function's answer. One without {@code statusCode} is the body of a 200.
   *
   * @throws IOException where it is not a response
   */
  static HttpAnswer read(byte[] payload) throws IOException {
    JsonNode answer = Json.read(payload);
    JsonNode status = answer.path("statusCode");
    if (status.isMissingNode()) {
      return json(LOWEST_STATUS, payload);
    }
    if (!status.canConvertToInt()
        || status.intValue() < LOWEST_STATUS
        || status.intValue() > HIGHEST_STATUS) {
      throw new IOException("statusCode " + status);
    }
    return new HttpAnswer(status.intValue(), headers(answer), body(answer));
  }

  private static List<Map.Entry<String, String>> headers(JsonNode answer) {
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    answer
        .path("headers")
        .properties()
        .forEach(header -> headers.add(Map.entry(header.getKey(), header.getValue().asText())));
    answer.path("cookies").forEach(c -> headers.add(Map.entry("set-cookie", c.asText())));
    return headers;
  }

  private static byte[] body(JsonNode answer) throws IOException {
    JsonNode body = answer.path("body");
    if (body.isMissingNode() || body.isNull()) {
      return new byte[0];
    }
    String text = body.isTextual() ? body.textValue() : body.toString();
    if (!answer.path("isBase64Encoded").asBoolean()) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new IOException("body is not Base64", e);
    }
  }
}
