package io.updraft.access.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/** The id of an organization: 1 to 63 lower case letters, digits and hyphens. */
public record OrganizationId(String value) {
  private static final Pattern FORM = Pattern.compile("[a-z0-9-]{1,63}");

  public OrganizationId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("Not the id of an organization: " + value);
    }
  }

  /** The id, if the text has the form of one. */
  public static Optional<OrganizationId> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new OrganizationId(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
