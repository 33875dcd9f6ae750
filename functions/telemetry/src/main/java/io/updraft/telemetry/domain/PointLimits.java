package io.updraft.telemetry.domain;

import io.updraft.telemetry.published.MetricNames;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The limits that hold for every data point, whatever the format in which it comes. */
public final class PointLimits {
  /** Names that one device sends, in all its time. */
  public static final int MOST_METRICS = 1_000;

  /** A point's time is at most so far ahead of its arrival. */
  public static final Duration MOST_AHEAD = Duration.ofMinutes(5);

  public static final int MOST_UNIT = 20;
  public static final int MOST_TAGS = 20;
  public static final int MOST_TAG_NAME = 50;
  public static final int MOST_TAG_VALUE = 100;

  /** Bytes of metadata, as JSON in UTF-8: under 10 KiB. */
  public static final int METADATA_END = 10 << 10;

  /** Bytes of a text or an object that is a value: as much as a block of points may hold. */
  public static final int MOST_VALUE = 10 << 10;

  private PointLimits() {}

  /** The metric name without surrounding blanks, if it is one. */
  public static Optional<String> metric(String given) {
    return MetricNames.parse(given);
  }

  public static Offered.Wrong wrongMetric() {
    return new Offered.Wrong("metric_name", MetricNames.FORM);
  }

  /** Of the name that would be one too many. */
  public static Offered.Wrong oneMetricTooMany() {
    return new Offered.Wrong(
        "metric_name",
        "must be one that the device has sent before: it has %,d of them, and may not have more"
            .formatted(MOST_METRICS));
  }

  /** What is wrong with the values of a point that came as texts; empty when nothing is. */
  public static Optional<Offered.Wrong> complaint(@Nullable String unit, Map<String, String> tags) {
    if (unit != null && !text(unit, MOST_UNIT)) {
      return wrong(
          "unit",
          "must have 1 to %d characters, none of them control characters".formatted(MOST_UNIT));
    }
    if (tags.size() > MOST_TAGS) {
      return wrong(
          "tags", "must have at most %d entries, not %d".formatted(MOST_TAGS, tags.size()));
    }
    for (Map.Entry<String, String> tag : tags.entrySet()) {
      if (!text(tag.getKey(), MOST_TAG_NAME)) {
        return wrong("tags", "must have names of 1 to %d characters".formatted(MOST_TAG_NAME));
      }
      if (!text(tag.getValue(), MOST_TAG_VALUE)) {
        return wrong(
            "tags." + tag.getKey(), "must have 1 to %d characters".formatted(MOST_TAG_VALUE));
      }
    }
    return Optional.empty();
  }

  /** Whether a value that is a text, or an object as JSON, is short enough. */
  public static boolean shortEnough(String value) {
    return value.length() <= MOST_VALUE
        && value.getBytes(StandardCharsets.UTF_8).length <= MOST_VALUE;
  }

  /** Whether metadata, as one line of JSON, is short enough. */
  public static boolean metadataFits(String metadata) {
    return metadata.length() < METADATA_END
        && metadata.getBytes(StandardCharsets.UTF_8).length < METADATA_END;
  }

  private static boolean text(String text, int most) {
    return !text.isBlank()
        && fits(text, most)
        && text.codePoints()
            .noneMatch(
                c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
  }

  private static boolean fits(String text, int most) {
    return text.codePointCount(0, text.length()) <= most;
  }

  private static Optional<Offered.Wrong> wrong(String field, String message) {
    return Optional.of(new Offered.Wrong(field, message));
  }
}
