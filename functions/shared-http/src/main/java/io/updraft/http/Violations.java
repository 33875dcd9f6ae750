package io.updraft.http;

import java.util.ArrayList;
import java.util.List;

/** The wrong fields found so far in one request. */
final class Violations {
  /** A list may have any number of wrong entries, but an answer has a limit of its own. */
  static final int MOST_LISTED = 1_000;

  private final List<FieldError> errors = new ArrayList<>();
  private int count;

  void add(String field, String message) {
    count++;
    if (errors.size() < MOST_LISTED) {
      errors.add(new FieldError(field, message));
    }
  }

  void throwIfAny() {
    if (!errors.isEmpty()) {
      throw Problem.validation(errors, count).exception();
    }
  }
}
