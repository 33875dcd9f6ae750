package io.updraft.outbox.redrive;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What the function is asked.
 *
 * @param since events committed at this time or later are published again
 * @param cursor from the answer before, null for the first page
 */
record RedriveRequest(Instant since, @Nullable String cursor) {
  /**
   * Reads {@code {"since": "2026-11-24T06:00:00Z", "cursor": null}}.
   *
   * @throws IllegalArgumentException with what is wrong
   */
  static RedriveRequest of(JsonNode input) {
    JsonNode cursor = input.path("cursor");
    return new RedriveRequest(
        time(input.path("since").asText()), cursor.isTextual() ? cursor.textValue() : null);
  }

  private static Instant time(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "since must be a time with an offset, like 2026-11-24T06:00:00Z, but is '" + text + "'",
          e);
    }
  }
}
