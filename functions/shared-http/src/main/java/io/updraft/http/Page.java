package io.updraft.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted.
 *
 * @param limit how many items at most, 1 to 200
 * @param offset how many to leave out from the beginning, 0 to 10,000; 0 with a cursor
 * @param cursor where to go on, as a list answered it; null for the beginning
 */
public record Page(int limit, int offset, @Nullable String cursor) {
  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 200;
  private static final int MAX_OFFSET = 10_000;

  /** The position in the cursor, if there is one; see {@link Cursor#decode}. */
  public Optional<List<String>> position(String scope) {
    return Optional.ofNullable(cursor).map(given -> Cursor.decode(scope, given));
  }

  /** The page that a query asks for; what is wrong joins the violations. */
  static Page of(Map<String, String> query, Violations violations) {
    int limit = number(query, "limit", 1, MAX_LIMIT, DEFAULT_LIMIT, violations);
    int offset = number(query, "offset", 0, MAX_OFFSET, 0, violations);
    String cursor = query.get("cursor");
    if (cursor != null && query.containsKey("offset")) {
      violations.add("cursor", "can't be given together with offset");
    }
    return new Page(limit, offset, cursor);
  }

  private static int number(
      Map<String, String> query, String name, int min, int max, int absent, Violations violations) {
    String given = query.get(name);
    if (given == null) {
      return absent;
    }
    // Nine digits always fit an int, so that parsing can't fail.
    if (given.matches("[0-9]{1,9}")) {
      int number = Integer.parseInt(given);
      if (number >= min && number <= max) {
        return number;
      }
    }
    violations.add(name, "must be a whole number from %d to %d".formatted(min, max));
    return absent;
  }
}
