package io.updraft.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.fleet.http.Json;

/** What came back, whatever it is. */
record Reply(int status, String contentType, String body) {
  JsonNode json() {
    return Json.lenient(body);
  }

  String text(String field) {
    return json().path(field).asText("");
  }
}
