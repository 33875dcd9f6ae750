package io.updraft.fleet.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.Map;

/** Reads and writes JSON. */
public final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

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

  /**
   * Reads an object.
   *
   * @throws IllegalArgumentException naming the origin, where it is none
   */
  public static Map<String, Object> object(String text, String origin) {
    try {
      return MAPPER.readValue(text, OBJECT);
    } catch (IOException notOne) {
      throw new IllegalArgumentException(origin + " must be a JSON object: " + text, notOne);
    }
  }
}
