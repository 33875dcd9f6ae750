package io.updraft.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The wrong fields found so far in one request, each with the first thing that is wrong with it.
 */
final class Violations {
  /** A list may have any number of wrong entries, but an answer has a limit of its own. */
  static final int MOST_LISTED = 1_000;

  private final Map<String, FieldError> errors = new LinkedHashMap<>();
  private int count;

  void add(String field, String message) {
    if (errors.containsKey(field)) {
      return;
    }
    count++;
    if (errors.size() < MOST_LISTED) {
      errors.put(field, new FieldError(field, message));
    }
  }

  void throwIfAny() {
    if (!errors.isEmpty()) {
      throw Problem.validation(List.copyOf(errors.values()), count).exception();
    }
  }
}
