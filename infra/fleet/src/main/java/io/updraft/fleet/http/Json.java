package io.updraft.fleet.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;

/** Reads and writes JSON. */
public final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  public static JsonNode of(Map<String, ?> fields) {
    return MAPPER.valueToTree(fields);
  }

  /** What the text says; an empty object where it is not JSON, as a proxy's error page. */
  public static JsonNode lenient(String text) {
    try {
      JsonNode node = MAPPER.readTree(text);
      return node.isMissingNode() ? JsonNodeFactory.instance.objectNode() : node;
    } catch (JsonProcessingException notJson) {
      return JsonNodeFactory.instance.objectNode();
    }
  }
}
