package io.updraft.telemetry.otlp;

import static java.util.stream.Collectors.toMap;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.updraft.http.Json;
import io.updraft.telemetry.delivery.Addressee;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What attributes say, as text. */
final class Attributes {
  private static final String DEVICE = "device.id";
  private static final String INSTANCE = "service.instance.id";

  private Attributes() {}

  /** Whose the metrics of a resource are. */
  static Addressee addressee(List<KeyValue> ofResource) {
    Map<String, String> texts = texts(ofResource);
    return new Addressee(texts.get(DEVICE), texts.get(INSTANCE));
  }

  /** Those that have a value, by their keys. */
  static Map<String, String> texts(List<KeyValue> attributes) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (KeyValue each : attributes) {
      String text = text(each.getValue());
      if (!text.isBlank()) {
        texts.put(each.getKey(), text);
      }
    }
    return texts;
  }

  private static String text(AnyValue value) {
    return switch (value.getValueCase()) {
      case ARRAY_VALUE, KVLIST_VALUE ->
          new String(Json.write(plain(value)), StandardCharsets.UTF_8);
      default -> plain(value).toString();
    };
  }

  /** An index of strings is for profiles only. */
  private static Object plain(AnyValue value) {
    return switch (value.getValueCase()) {
      case STRING_VALUE -> value.getStringValue();
      case BOOL_VALUE -> value.getBoolValue();
      case INT_VALUE -> value.getIntValue();
      case DOUBLE_VALUE -> value.getDoubleValue();
      case BYTES_VALUE -> Base64.getEncoder().encodeToString(value.getBytesValue().toByteArray());
      case ARRAY_VALUE ->
          value.getArrayValue().getValuesList().stream().map(Attributes::plain).toList();
      case KVLIST_VALUE -> plain(value.getKvlistValue().getValuesList());
      case STRING_VALUE_STRINDEX, VALUE_NOT_SET -> "";
    };
  }

  private static Map<String, Object> plain(List<KeyValue> entries) {
    return entries.stream()
        .collect(
            toMap(
                KeyValue::getKey,
                each -> plain(each.getValue()),
                (_, last) -> last,
                LinkedHashMap::new));
  }
}
