package io.updraft.events;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the records ask of their components; a refusal names the field as the JSON does. */
final class Required {
  private Required() {}

  static void text(@Nullable String value, String field) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(field + " is missing or blank");
    }
  }

  static void count(long value, String field) {
    if (value < 0) {
      throw new IllegalArgumentException(field + " is negative");
    }
  }

  /** Cut to what the wire carries, so that an event equals what its readers get. */
  static Instant timestamp(@Nullable Instant value) {
    if (value == null) {
      throw new IllegalArgumentException("timestamp is missing");
    }
    return value.truncatedTo(ChronoUnit.MILLIS);
  }

  static List<String> list(@Nullable List<String> value, String field) {
    if (value == null) {
      throw new IllegalArgumentException(field + " is missing");
    }
    return List.copyOf(value);
  }
}
