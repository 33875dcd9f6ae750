package io.updraft.outbox.send;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.updraft.events.Envelope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is published: the message as it was given, whatever it is, or data in an envelope that is
 * made for them.
 */
final class MessageByHand {
  private final JsonMapper mapper = new JsonMapper();
  private final Clock clock;

  MessageByHand(Clock clock) {
    this.clock = clock;
  }

  byte[] bytes(SendOptions options) throws IOException {
    byte[] given = given(options.message());
    String organization = options.organization();
    return organization == null ? given : enveloped(options.subject(), organization, given);
  }

  /** Text that is no file's name is the message itself. */
  private static byte[] given(String message) throws IOException {
    boolean json = message.stripLeading().startsWith("{");
    return json || !Files.isRegularFile(Path.of(message))
        ? message.getBytes(StandardCharsets.UTF_8)
        : Files.readAllBytes(Path.of(message));
  }

  private byte[] enveloped(String subject, String organization, byte[] data) throws IOException {
    int dot = subject.indexOf('.');
    if (dot < 0) {
      throw new IllegalArgumentException(subject + " is not a source and a type");
    }
    ObjectNode envelope = mapper.createObjectNode();
    envelope
        .put("id", UUID.randomUUID().toString())
        .put("type", subject.substring(dot + 1))
        .put("source", subject.substring(0, dot))
        .put("timestamp", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString())
        .put("version", Envelope.VERSION)
        .set("data", json(data));
    envelope.putObject("metadata").put("organization_id", organization);
    return mapper.writeValueAsBytes(envelope);
  }

  private JsonNode json(byte[] data) throws IOException {
    try {
      return mapper.readTree(data);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("neither a file nor JSON: " + e.getOriginalMessage(), e);
    }
  }

  /** By which the broker knows a repeat; null where the message has none. */
  @Nullable String id(byte[] message) {
    try {
      return mapper.readTree(message).path("id").textValue();
    } catch (IOException e) {
      return null;
    }
  }
}
