package io.updraft.access.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/** The public half of an API key: 21 digits and lower case letters that sort by time. */
public record KeyId(String value) {
  static final String FORM = "[0-9a-z]{21}";
  private static final Pattern PATTERN = Pattern.compile(FORM);

  public KeyId {
    if (!PATTERN.matcher(value).matches()) {
      throw new IllegalArgumentException("Not the id of a key: " + value);
    }
  }

  /** The id, if the text has the form of one. */
  public static Optional<KeyId> parse(String text) {
    return PATTERN.matcher(text).matches() ? Optional.of(new KeyId(text)) : Optional.empty();
  }
}
