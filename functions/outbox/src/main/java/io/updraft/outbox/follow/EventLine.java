package io.updraft.outbox.follow;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** One event as one line: time, subject, entity, sequence, and the beginning of its data. */
final class EventLine {
  private static final int DATA_SHOWN = 160;

  private final JsonMapper mapper = new JsonMapper();

  /** Also for what is not an event: anybody may publish to NATS. */
  String of(String subject, byte[] message) {
    return printable(text(subject, message));
  }

  private String text(String subject, byte[] message) {
    try {
      JsonNode envelope = mapper.readTree(message);
      return "%s %s %s #%s %s"
          .formatted(
              envelope.path("timestamp").asText("?"),
              subject,
              envelope.path("subject").asText("-"),
              envelope.path("metadata").path("sequence").asText("-"),
              shortened(envelope.path("data").toString()));
    } catch (JacksonException e) {
      return "? " + subject + " " + shortened(new String(message, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory that can't be read", e);
    }
  }

  /** A terminal must not obey what somebody has published. */
  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }

  private static String shortened(String text) {
    return text.length() <= DATA_SHOWN ? text : text.substring(0, DATA_SHOWN) + "…";
  }
}
