package io.updraft.telemetry.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.updraft.http.Problem;
import io.updraft.http.ProblemException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Fills a message from JSON: names in lower camel case, null as if it were not there, unknown names
 * skipped. The library's own reader brings two more libraries, and takes ids in base64 only.
 */
final class JsonMessage {
  /** What nothing here depends on: ids in hex, and names of constants that some write. */
  private static final Set<String> UNREAD = Set.of("exemplars", "aggregationTemporality");

  private static final Map<Descriptor, Map<String, FieldDescriptor>> FIELDS =
      new ConcurrentHashMap<>();

  private JsonMessage() {}

  /**
   * @throws ProblemException {@code MALFORMED} where a value is not of the type of its field
   */
  static void read(ObjectNode json, Message.Builder message) {
    Map<String, FieldDescriptor> fields =
        FIELDS.computeIfAbsent(message.getDescriptorForType(), JsonMessage::byName);
    for (Map.Entry<String, JsonNode> each : json.properties()) {
      FieldDescriptor field = fields.get(each.getKey());
      if (field != null && !each.getValue().isNull()) {
        readField(each.getValue(), field, message);
      }
    }
  }

  private static Map<String, FieldDescriptor> byName(Descriptor type) {
    Map<String, FieldDescriptor> fields = new HashMap<>();
    type.getFields().stream()
        .filter(field -> !UNREAD.contains(field.getJsonName()))
        .forEach(field -> fields.put(field.getJsonName(), field));
    return fields;
  }

  private static void readField(JsonNode json, FieldDescriptor field, Message.Builder message) {
    if (!field.isRepeated()) {
      message.setField(field, value(json, field, message));
    } else if (json.isArray()) {
      json.forEach(each -> message.addRepeatedField(field, value(each, field, message)));
    } else {
      throw wrong(field, "a list");
    }
  }

  private static Object value(JsonNode json, FieldDescriptor field, Message.Builder parent) {
    if (field.getJavaType() != FieldDescriptor.JavaType.MESSAGE) {
      return JsonScalar.of(json, field);
    }
    if (!(json instanceof ObjectNode object)) {
      throw wrong(field, "an object");
    }
    Message.Builder message = parent.newBuilderForField(field);
    read(object, message);
    return message.build();
  }

  static ProblemException wrong(FieldDescriptor field, String type) {
    return Problem.malformed("%s must be %s.".formatted(field.getJsonName(), type)).exception();
  }
}
