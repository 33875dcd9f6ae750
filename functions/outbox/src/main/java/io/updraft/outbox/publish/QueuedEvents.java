package io.updraft.outbox.publish;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.updraft.outbox.domain.OutboxEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads messages that hold many events: a list of {@code entity}, {@code sequence}, {@code event}.
 */
final class QueuedEvents {
  private final JsonMapper mapper = new JsonMapper();

  /** What is no such list is one unsound event, which is set aside and blocks nothing. */
  List<OutboxEvent> read(SQSMessage message) {
    try {
      return list(mapper.readTree(message.getBody()));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return List.of(new OutboxEvent("queue", message.getMessageId(), message.getBody()));
    }
  }

  private static List<OutboxEvent> list(JsonNode json) {
    if (!json.isArray()) {
      throw new IllegalArgumentException("not a list");
    }
    List<OutboxEvent> events = new ArrayList<>();
    json.forEach(
        event ->
            events.add(
                new OutboxEvent(
                    text(event, "entity"), text(event, "sequence"), text(event, "event"))));
    return events;
  }

  private static String text(JsonNode json, String name) {
    JsonNode value = json.path(name);
    if (!value.isTextual()) {
      throw new IllegalArgumentException(name + " is missing or not a text");
    }
    return value.textValue();
  }
}
