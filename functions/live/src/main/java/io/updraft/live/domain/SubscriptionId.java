package io.updraft.live.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/** Names a subscription; sorts by the time at which it was made. */
public record SubscriptionId(String text) {
  private static final Pattern FORM = Pattern.compile("sub_[0-9A-HJKMNP-TV-Z]{26}");

  public SubscriptionId {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("not the id of a subscription");
    }
  }

  /** The id, if the text has the form of one. */
  public static Optional<SubscriptionId> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new SubscriptionId(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return text;
  }
}
