package io.updraft.access.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/** The id of a device; {@code bulk} is part of a path and can't be one. */
public record DeviceId(String value) {
  private static final Pattern FORM = Pattern.compile("(?!bulk$)[A-Za-z0-9._:-]{1,128}");

  public DeviceId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("Not the id of a device: " + value);
    }
  }

  /** The id, if the text has the form of one. */
  public static Optional<DeviceId> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new DeviceId(text)) : Optional.empty();
  }
}
