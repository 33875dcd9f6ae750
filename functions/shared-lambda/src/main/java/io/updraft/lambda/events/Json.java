package io.updraft.lambda.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parts of events. What is missing or null stays null, as Lambda's own serializer leaves it. */
final class Json {
  private Json() {}

  interface Reader<T> {
    T read(JsonNode json) throws IOException;
  }

  static @Nullable String text(JsonNode object, String name) {
    JsonNode value = object.get(name);
    return value == null || value.isNull() ? null : value.asText();
  }

  static <T> @Nullable List<T> list(@Nullable JsonNode array, Reader<T> element)
      throws IOException {
    if (array == null || array.isNull()) {
      return null;
    }
    List<T> list = new ArrayList<>(array.size());
    for (JsonNode each : array) {
      list.add(element.read(each));
    }
    return list;
  }

  static <T> @Nullable Map<String, T> map(@Nullable JsonNode object, Reader<T> value)
      throws IOException {
    if (object == null || object.isNull()) {
      return null;
    }
    Map<String, T> map = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> each : object.properties()) {
      map.put(each.getKey(), value.read(each.getValue()));
    }
    return map;
  }

  /** Of base64. */
  static ByteBuffer bytes(JsonNode text) throws IOException {
    return ByteBuffer.wrap(text.binaryValue());
  }
}
