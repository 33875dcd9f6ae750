package io.updraft.http;

import java.util.ArrayList;
import java.util.List;

/** The wrong fields found so far in one request. */
final class Violations {
  private final List<FieldError> errors = new ArrayList<>();

  void add(String field, String message) {
    errors.add(new FieldError(field, message));
  }

  void throwIfAny() {
    if (!errors.isEmpty()) {
      throw Problem.validation(errors).exception();
    }
  }
}
