package io.updraft.local.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** The JSON of events and answers. */
public final class Json {
  /** Reads and writes trees. */
  public static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  /** The tree as UTF-8. */
  public static byte[] bytes(JsonNode tree) {
    try {
      return MAPPER.writeValueAsBytes(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads a tree; a missing node where there are no bytes. */
  public static JsonNode read(byte[] json) throws IOException {
    return MAPPER.readTree(json);
  }
}
