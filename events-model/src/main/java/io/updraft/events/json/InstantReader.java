package io.updraft.events.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Any ISO 8601 time. One without an offset is taken as UTC, which is what the contract says times
 * are; some neighbours' libraries leave the Z out.
 */
final class InstantReader extends StdDeserializer<Instant> {
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ISO_DATE_TIME.withZone(ZoneOffset.UTC);

  InstantReader() {
    super(Instant.class);
  }

  @Override
  public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    String text = parser.getValueAsString("");
    try {
      return ISO.parse(text, Instant::from);
    } catch (DateTimeException e) {
      return (Instant) context.handleWeirdStringValue(Instant.class, text, "not an ISO 8601 time");
    }
  }
}
