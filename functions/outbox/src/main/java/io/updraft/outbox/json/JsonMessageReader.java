package io.updraft.outbox.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.updraft.outbox.domain.Message;
import io.updraft.outbox.domain.MessageReader;
import io.updraft.outbox.domain.OutboxEvent;
import io.updraft.outbox.domain.Reading;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the head of an envelope and leaves its payload alone: the publisher carries every event,
 * also one of a type that was added after this function was deployed.
 */
public final class JsonMessageReader implements MessageReader {
  private static final Pattern SUBJECT = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)+");
  private static final Pattern TRACEPARENT =
      Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

  private final JsonMapper mapper =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  @Override
  public Reading read(OutboxEvent event) {
    try {
      return new Reading.Sound(message(mapper.readTree(event.json()), event.json()));
    } catch (JsonProcessingException e) {
      return new Reading.Unsound("not JSON: " + e.getOriginalMessage());
    } catch (IllegalArgumentException | DateTimeException e) {
      return new Reading.Unsound("not an envelope: " + e.getMessage());
    }
  }

  private static Message message(JsonNode envelope, String json) {
    return new Message(
        required(envelope, "id"),
        subject(required(envelope, "source"), required(envelope, "type")),
        json,
        Instant.parse(required(envelope, "timestamp")),
        traceparent(envelope.path("metadata").path("traceparent")));
  }

  private static String subject(String source, String type) {
    String subject = source + "." + type;
    if (!SUBJECT.matcher(subject).matches()) {
      throw new IllegalArgumentException("source and type are not words divided by dots");
    }
    return subject;
  }

  /** It comes from a caller: one that is malformed is passed over, not worth an event. */
  private static @Nullable String traceparent(JsonNode value) {
    return TRACEPARENT.matcher(value.asText()).matches() ? value.asText() : null;
  }

  private static String required(JsonNode envelope, String field) {
    String text = textOrNull(envelope.path(field));
    if (text == null || text.isBlank()) {
      throw new IllegalArgumentException(field + " is missing or not a text");
    }
    return text;
  }

  private static @Nullable String textOrNull(JsonNode value) {
    return value.isTextual() ? value.textValue() : null;
  }
}
