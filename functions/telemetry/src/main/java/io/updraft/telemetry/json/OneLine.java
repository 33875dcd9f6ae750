package io.updraft.telemetry.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.StringWriter;

/** An object of a sender as one line: its members in their order, its numbers digit for digit. */
final class OneLine {
  private static final JsonFactory FACTORY = new JsonFactory();

  private OneLine() {}

  /** The object at which the parser stands, read to its end. */
  static String of(JsonParser json) throws IOException {
    StringWriter line = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(line)) {
      out.copyCurrentStructureExact(json);
    }
    return line.toString();
  }
}
