package io.updraft.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The wrong fields found so far in one request, each with the first thing that is wrong with it.
 */
final class Violations {
  private final Map<String, FieldError> errors = new LinkedHashMap<>();

  void add(String field, String message) {
    errors.putIfAbsent(field, new FieldError(field, message));
  }

  void throwIfAny() {
    if (!errors.isEmpty()) {
      throw Problem.validation(List.copyOf(errors.values())).exception();
    }
  }
}
