package io.updraft.telemetry.published;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a metric can be called. */
public final class MetricNames {
  /** What is said of another text. */
  public static final String FORM = "must have 1 to 100 letters, digits, '_', '.' or '-'";

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N}_.-]{1,100}");

  private MetricNames() {}

  /** The name without surrounding blanks, if it is one. */
  public static Optional<String> parse(String given) {
    return Optional.of(given.strip()).filter(name -> NAME.matcher(name).matches());
  }
}
