package io.updraft.events.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.updraft.events.Envelope;
import io.updraft.events.Event;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An envelope whose payload is not yet understood. */
record RawEnvelope(
    UUID id,
    String type,
    String source,
    @Nullable String subject,
    Instant timestamp,
    JsonNode data,
    @Nullable Map<String, JsonNode> metadata,
    String version) {
  private static final String TIMESTAMP = "timestamp";

  RawEnvelope {
    require(id != null, "id is missing");
    require(hasText(type), "type is missing or blank");
    require(hasText(source), "source is missing or blank");
    require(timestamp != null, "timestamp is missing");
    require(data != null && data.isObject(), "data is not an object");
    require(hasText(version), "version is missing or blank");
  }

  private static boolean hasText(@Nullable String value) {
    return value != null && !value.isBlank();
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  boolean isOfThisMajorVersion() {
    return major(version).equals(major(Envelope.VERSION));
  }

  private static String major(String version) {
    return version.split("\\.", 2)[0];
  }

  /** The payload, with the time of the envelope where a neighbour's has none of its own. */
  JsonNode payload() {
    ObjectNode payload = data.deepCopy();
    if (!payload.hasNonNull(TIMESTAMP)) {
      payload.put(TIMESTAMP, timestamp.toString());
    }
    return payload;
  }

  Envelope around(Event event) {
    return new Envelope(id, type, source, subject, timestamp, event, texts(), version);
  }

  /**
   * The metadata are texts by contract; whatever else a later version puts there is passed over.
   */
  Map<String, String> texts() {
    Map<String, String> texts = new HashMap<>();
    if (metadata != null) {
      metadata.forEach((name, value) -> putText(texts, name, value));
    }
    return texts;
  }

  private static void putText(Map<String, String> texts, String name, JsonNode value) {
    if (value.isTextual() || value.isNumber()) {
      texts.put(name, value.asText());
    }
  }
}
