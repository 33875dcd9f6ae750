package io.updraft.telemetry.query;

import io.updraft.device.published.DeviceIds;
import io.updraft.http.Fields;
import io.updraft.telemetry.domain.Nanos;
import io.updraft.telemetry.domain.PointLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Reads a question from a body. */
final class QuestionReader {
  static final Duration LONGEST_RANGE = Duration.ofDays(90);
  static final int MOST_METRICS = 50;
  static final int MOST_DEVICES = 1_000;

  private QuestionReader() {}

  /** Collects what is wrong in the fields; only after they were found valid it can be asked. */
  static Question read(String organization, Fields fields) {
    List<String> metrics =
        names(fields, "metrics", fields.someTexts("metrics", MOST_METRICS, 1, 100));
    List<String> devices = fields.texts("devices", MOST_DEVICES, 1, 128);
    devices.stream()
        .filter(device -> !DeviceIds.isId(device))
        .findFirst()
        .ifPresent(
            device -> fields.reject("devices", "has '%s', which is no id".formatted(device)));
    Instant start = time(fields, "start_time");
    Instant end = time(fields, "end_time");
    range(fields, start, end);
    return new Question(
        organization,
        metrics,
        devices,
        Nanos.of(start),
        Nanos.of(end),
        fields.pairs(
            "filters",
            PointLimits.MOST_TAGS,
            PointLimits.MOST_TAG_NAME,
            PointLimits.MOST_TAG_VALUE));
  }

  private static List<String> names(Fields fields, String field, List<String> given) {
    return given.stream()
        .map(
            name ->
                PointLimits.metric(name)
                    .orElseGet(
                        () -> {
                          fields.reject(field, "has '%s', which is no name".formatted(name));
                          return name;
                        }))
        .toList();
  }

  private static Instant time(Fields fields, String name) {
    if (!fields.has(name)) {
      fields.reject(name, "is required");
    }
    return Objects.requireNonNullElse(fields.optionalTime(name), Instant.EPOCH);
  }

  private static void range(Fields fields, Instant start, Instant end) {
    if (!start.equals(Instant.EPOCH) && !end.equals(Instant.EPOCH)) {
      rangeComplaint(start, end).ifPresent(complaint -> fields.reject("end_time", complaint));
    }
  }

  /** What is wrong with the end of a range; empty when nothing is. */
  static Optional<String> rangeComplaint(Instant start, Instant end) {
    if (!end.isAfter(start)) {
      return Optional.of("must be after start_time");
    }
    return Duration.between(start, end).compareTo(LONGEST_RANGE) > 0
        ? Optional.of("must be at most %d days after start_time".formatted(LONGEST_RANGE.toDays()))
        : Optional.empty();
  }
}
