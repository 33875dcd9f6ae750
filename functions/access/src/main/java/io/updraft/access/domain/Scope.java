package io.updraft.access.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/** One thing that the key of a service lists, as {@code resource:action}. */
public record Scope(String value) {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]{0,39}:[a-z][a-z0-9_]{0,39}");

  public Scope {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("Not a scope: " + value);
    }
  }

  /** The scope, if the text has the form of one. */
  public static Optional<Scope> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new Scope(text)) : Optional.empty();
  }
}
