package io.updraft.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What a function wrote for API Gateway. */
record Answer(JsonNode payload) {

  int status() {
    return payload.path("statusCode").asInt();
  }

  String header(String name) {
    return payload.path("headers").path(name).asText("");
  }

  boolean isBase64() {
    return payload.path("isBase64Encoded").asBoolean();
  }

  byte[] bytes() {
    String body = payload.path("body").asText();
    return isBase64() ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8);
  }

  JsonNode json() {
    return Json.read(bytes());
  }

  String code() {
    return json().path("code").asText();
  }
}
