package io.updraft.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The JSON that crosses the HTTP edge: snake_case names, nulls written, times in UTC with
 * milliseconds, constants of enums in lower snake case; strict when read.
 */
public final class Json {
  /** How deep objects and lists may lie in each other. */
  static final int MAX_NESTING = 50;

  /**
   * How many values, names and brackets there may be: some hundred bytes each in memory, so that a
   * body of a few MB can't take many times its size. A list of 100,000 ids is far below it.
   */
  static final int MAX_TOKENS = 400_000;

  /** Bytes by which Jackson guesses an encoding: UTF-16 and UTF-32 have a zero in the first two. */
  private static final int GUESSED = 2;

  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_NESTING)
                          .maxTokenCount(MAX_TOKENS)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .addModule(
              new SimpleModule().addSerializer(new TimeWriter()).addSerializer(new NameWriter()))
          .build();

  private Json() {}

  /** The value as UTF-8 JSON: a record, map, list or simple value. */
  public static byte[] write(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException defect) {
      throw new UncheckedIOException(defect);
    }
  }

  /**
   * Reads one JSON value from UTF-8.
   *
   * @throws ProblemException {@code MALFORMED} for anything else, a name given twice in one object
   *     and nesting of more than 50 levels and more than 400,000 tokens included
   */
  public static JsonNode read(byte[] json) {
    try {
      return MAPPER.readTree(decode(json));
    } catch (JsonProcessingException wrong) {
      throw malformed(wrong);
    }
  }

  /**
   * A parser under the same limits as {@link #read}, for bodies that would be costly as a tree.
   * What it throws goes through {@link #malformed}.
   */
  public static JsonParser parser(byte[] json) {
    try {
      return isPlain(json) ? MAPPER.createParser(json) : MAPPER.createParser(decode(json));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** What is said of JSON that a {@link #parser} could not read. */
  public static ProblemException malformed(IOException wrong) {
    return wrong instanceof JsonProcessingException json
        ? problem(json).exception(json)
        : Problem.malformed("The JSON can't be parsed.").exception(wrong);
  }

  // Jackson's own messages speak of its classes and settings.
  private static Problem problem(JsonProcessingException wrong) {
    if (wrong instanceof StreamConstraintsException) {
      return Problem.malformed(
          "Send JSON of at most %d levels and %,d values, and no endless numbers or names."
              .formatted(MAX_NESTING, MAX_TOKENS));
    }
    JsonLocation place = wrong.getLocation();
    return Problem.malformed(
        "The JSON can't be parsed, or has a name twice, at line %d, column %d."
            .formatted(place.getLineNr(), place.getColumnNr()));
  }

  /** Whether it is ASCII, which Jackson reads twice as fast and takes for nothing else. */
  private static boolean isPlain(byte[] json) {
    int all = 0;
    for (byte one : json) {
      all |= one;
    }
    return all >= 0 && (json.length < GUESSED || (json[0] != 0 && json[1] != 0));
  }

  // Not left to Jackson, which would also guess UTF-16 and UTF-32.
  private static String decode(byte[] json) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
    } catch (CharacterCodingException wrong) {
      throw Problem.malformed("Send the JSON in UTF-8.").exception(wrong);
    }
  }

  private static final class TimeWriter extends StdSerializer<Instant> {
    TimeWriter() {
      super(Instant.class);
    }

    @Override
    public void serialize(Instant time, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(MILLISECONDS.format(time));
    }
  }

  private static final class NameWriter extends StdSerializer<Enum<?>> {
    NameWriter() {
      super(Enum.class, false);
    }

    @Override
    public void serialize(Enum<?> constant, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(constant.name().toLowerCase(Locale.ROOT));
    }
  }
}
