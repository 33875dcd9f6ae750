package io.updraft.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a function answered to an {@link ApiCall}. */
public record ApiAnswer(int status, Map<String, String> headers, String body) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public ApiAnswer {
    headers = Map.copyOf(headers);
  }

  static ApiAnswer of(JsonNode answer) {
    Map<String, String> headers = new HashMap<>();
    answer
        .path("headers")
        .properties()
        .forEach(h -> headers.put(h.getKey(), h.getValue().asText()));
    return new ApiAnswer(answer.path("statusCode").asInt(), headers, answer.path("body").asText());
  }

  /** The body; a missing node where there is none. */
  public JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A member of the answer as text; nested ones by a JSON pointer like {@code /firmware/version}.
   */
  public String text(String pointer) {
    return json().at(pointer.startsWith("/") ? pointer : "/" + pointer).asText();
  }

  /** The names of all fields that a refusal calls wrong. */
  public List<String> wrongFields() {
    return json().path("errors").findValuesAsText("field");
  }
}
