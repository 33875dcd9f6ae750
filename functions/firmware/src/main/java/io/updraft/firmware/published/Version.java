package io.updraft.firmware.published;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A firmware or hardware version: {@code X.Y.Z} with an optional pre-release {@code
 * -label(.label)*}, compared by the precedence rules of Semantic Versioning 2.0.0.
 *
 * @param text the normalised form: the numbers, those among the labels too, without leading zeros
 */
public record Version(String text) implements Comparable<Version> {
  private static final Pattern FORM =
      Pattern.compile(
          "0*(\\d{1,9})\\.0*(\\d{1,9})\\.0*(\\d{1,9})(-[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?");

  private static final Pattern LEADING_ZEROS_OF_LABELS =
      Pattern.compile("(?<=^-|\\.)0+(?=\\d+(?:\\.|$))");

  public Version {
    text = normalised(text);
  }

  /**
   * The version that a text is.
   *
   * @throws IllegalArgumentException saying which form a version has
   */
  public static Version of(String text) {
    return new Version(text);
  }

  /** Empty where the text is not a version. */
  public static Optional<Version> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new Version(text)) : Optional.empty();
  }

  /** Whether this lies within the bounds, both inclusive; null is no bound. */
  public boolean within(@Nullable Version least, @Nullable Version most) {
    return (least == null || compareTo(least) >= 0) && (most == null || compareTo(most) <= 0);
  }

  @Override
  public int compareTo(Version other) {
    return Precedence.compare(text, other.text);
  }

  @Override
  public String toString() {
    return text;
  }

  private static String normalised(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a version: write X.Y.Z or X.Y.Z-label.label");
    }
    String labels = matcher.group(4);
    return String.join(".", matcher.group(1), matcher.group(2), matcher.group(3))
        + (labels == null ? "" : LEADING_ZEROS_OF_LABELS.matcher(labels).replaceAll(""));
  }
}
