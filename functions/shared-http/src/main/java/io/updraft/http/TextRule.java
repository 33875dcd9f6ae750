package io.updraft.http;

import java.util.Optional;

/** What every text of a request keeps to; lengths in code points. */
record TextRule(int min, int max) {

  /** What is wrong with the text; empty when nothing is. */
  Optional<String> complaint(String text) {
    int length = text.codePointCount(0, text.length());
    if (min > 0 && text.isBlank()) {
      return Optional.of("must not be blank");
    }
    if (length < min || length > max) {
      return Optional.of("must have %d to %d characters, not %d".formatted(min, max, length));
    }
    return text.codePoints().allMatch(TextRule::printable)
        ? Optional.empty()
        : Optional.of("must not contain control characters");
  }

  // A lone half of a surrogate pair has no form in UTF-8, so no store would give it back.
  private static boolean printable(int codePoint) {
    return codePoint == '\n'
        || codePoint == '\t'
        || codePoint == '\r'
        || !(Character.isISOControl(codePoint)
            || Character.getType(codePoint) == Character.SURROGATE);
  }
}
