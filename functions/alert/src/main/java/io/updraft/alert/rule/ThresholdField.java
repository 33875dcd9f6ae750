package io.updraft.alert.rule;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.updraft.alert.domain.ConditionReader;
import io.updraft.alert.domain.Operand;
import io.updraft.http.Fields;
import io.updraft.http.Json;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The value that a rule compares with, read with all its digits, as {@link Fields} does not. */
final class ThresholdField {
  private ThresholdField() {}

  /**
   * The operand, or null where the field is absent or wrong.
   *
   * @param body from which the fields were read
   */
  static @Nullable Operand read(byte[] body, Fields fields) {
    if (!fields.has(ConditionReader.VALUE)) {
      return null;
    }
    try (JsonParser parser = Json.parser(body)) {
      return operand(at(parser), parser, fields).orElse(null);
    } catch (IOException wrong) {
      throw Json.malformed(wrong);
    }
  }

  private static JsonToken at(JsonParser parser) throws IOException {
    parser.nextToken();
    while (!ConditionReader.VALUE.equals(parser.nextFieldName())) {
      parser.nextToken();
      parser.skipChildren();
    }
    return parser.nextToken();
  }

  private static Optional<? extends Operand> operand(
      JsonToken token, JsonParser parser, Fields fields) throws IOException {
    Optional<? extends Operand> operand =
        switch (token) {
          case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Operand.Numeric.parse(parser.getText());
          case VALUE_STRING -> Operand.Text.parse(parser.getText());
          case VALUE_TRUE -> Optional.of(new Operand.Flag(true));
          case VALUE_FALSE -> Optional.of(new Operand.Flag(false));
          default -> Optional.empty();
        };
    if (operand.isEmpty()) {
      fields.reject(
          ConditionReader.VALUE,
          "must be a number within the range of a double, true, false, or a text of 1 to %d characters, not blank and without control characters"
              .formatted(Operand.Text.MOST));
    }
    return operand;
  }
}
