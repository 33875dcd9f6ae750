package io.updraft.telemetry.intake;

import io.updraft.telemetry.domain.DataType;
import io.updraft.telemetry.published.Value;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Optional;

/** Whether a value is of the type that a definition asks for. */
final class Fit {
  private Fit() {}

  /** What is wrong with the value; empty when it fits. */
  static Optional<String> misfit(DataType type, Value value) {
    return fits(type, value) ? Optional.empty() : Optional.of(message(type));
  }

  private static boolean fits(DataType type, Value value) {
    return switch (type) {
      case NUMERIC -> value instanceof Value.Numeric;
      case STRING -> value instanceof Value.Text;
      case BOOLEAN -> value instanceof Value.Flag;
      case JSON -> value instanceof Value.Json;
      case BINARY -> value instanceof Value.Text(String text) && base64(text);
      case GEOLOCATION -> value instanceof Value.Json(String json) && Position.isOne(json);
      case TIMESTAMP -> value instanceof Value.Text(String text) && time(text);
    };
  }

  private static String message(DataType type) {
    return "must be "
        + switch (type) {
          case NUMERIC -> "a number";
          case STRING -> "a text";
          case BOOLEAN -> "true or false";
          case JSON -> "an object";
          case BINARY -> "bytes in base64";
          case GEOLOCATION -> "an object with latitude (-90 to 90) and longitude (-180 to 180)";
          case TIMESTAMP -> "a time with an offset, as 2026-01-31T08:00:00Z";
        }
        + ", as the definition of its metric says";
  }

  private static boolean base64(String text) {
    try {
      Base64.getDecoder().decode(text);
      return true;
    } catch (IllegalArgumentException other) {
      return false;
    }
  }

  private static boolean time(String text) {
    try {
      OffsetDateTime.parse(text);
      return true;
    } catch (DateTimeException other) {
      return false;
    }
  }
}
