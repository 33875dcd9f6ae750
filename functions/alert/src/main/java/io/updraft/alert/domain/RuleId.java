package io.updraft.alert.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/** {@code rule_} and a ULID; sorts by the time of creation. */
public record RuleId(String text) implements Comparable<RuleId> {
  private static final Pattern FORM = Pattern.compile("rule_[0-9A-HJKMNP-TV-Z]{26}");

  public RuleId {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("'" + text + "' is no id of a rule");
    }
  }

  /** Empty where no rule can have this id. */
  public static Optional<RuleId> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new RuleId(text)) : Optional.empty();
  }

  @Override
  public int compareTo(RuleId other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
