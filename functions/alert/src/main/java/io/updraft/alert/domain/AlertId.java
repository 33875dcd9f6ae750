package io.updraft.alert.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/** {@code alert_} and a ULID; sorts by the time at which the alert was triggered. */
public record AlertId(String text) implements Comparable<AlertId> {
  private static final Pattern FORM = Pattern.compile("alert_[0-9A-HJKMNP-TV-Z]{26}");

  public AlertId {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("'" + text + "' is no id of an alert");
    }
  }

  /** Empty where no alert can have this id. */
  public static Optional<AlertId> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new AlertId(text)) : Optional.empty();
  }

  @Override
  public int compareTo(AlertId other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
