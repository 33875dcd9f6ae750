package io.updraft.telemetry.query;

import io.updraft.device.published.DeviceIds;
import io.updraft.http.Fields;
import io.updraft.telemetry.domain.PointLimits;
import io.updraft.telemetry.reading.Parameters;
import io.updraft.telemetry.reading.Question;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a question from a body. */
final class QuestionReader {
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
    Parameters.Range range =
        Parameters.range(time(fields, "start_time"), time(fields, "end_time"), fields::reject);
    return new Question(
        organization,
        metrics,
        devices,
        range.from(),
        range.to(),
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

  private static @Nullable Instant time(Fields fields, String name) {
    if (!fields.has(name)) {
      fields.reject(name, "is required");
    }
    return fields.optionalExactTime(name);
  }
}
