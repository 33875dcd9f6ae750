package io.updraft.device.ddi;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.http.HttpRequest;
import io.updraft.http.Json;
import io.updraft.http.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a device says of an action.
 *
 * @param progress percent; null where none, or none that can be, was told
 * @param code a number of the client's own; null where it gave none
 * @param details in the device's own words, in the order in which they were said
 */
record Feedback(
    Execution execution,
    Finished finished,
    @Nullable Double progress,
    @Nullable String code,
    List<String> details) {
  private static final int MOST_BYTES = 1 << 20;
  private static final double ALL = 100;

  /** Clients quote the presigned addresses that they were led to. */
  private static final Pattern WITH_QUERY = Pattern.compile("(https?://[^\\s?]{1,2000})\\?\\S+");

  /** How far the device is. */
  enum Execution {
    CLOSED,
    PROCEEDING,
    CANCELED,
    SCHEDULED,
    REJECTED,
    RESUMED,
    DOWNLOAD,
    DOWNLOADED
  }

  /** How it ended. */
  enum Finished {
    SUCCESS,
    FAILURE,
    NONE
  }

  Feedback {
    details = List.copyOf(details);
  }

  /**
   * Reads {@code {"status": {"execution", "result": {"finished", "progress"?}, "code"?,
   * "details"?}}}; other fields are ignored, as {@code id} and {@code time} are.
   *
   * @throws io.updraft.http.ProblemException {@code MALFORMED} without the two that are required,
   *     or with values that the protocol does not have
   */
  static Feedback read(HttpRequest request) {
    JsonNode status = Json.read(request.jsonBytes(MOST_BYTES)).path("status");
    JsonNode result = status.path("result");
    return new Feedback(
        choice(status.path("execution"), "status.execution", Execution.class),
        choice(result.path("finished"), "status.result.finished", Finished.class),
        progress(result.path("progress")),
        status.path("code").isIntegralNumber() ? status.path("code").asText() : null,
        details(status.path("details")));
  }

  static <E extends Enum<E>> E choice(JsonNode node, String field, Class<E> type) {
    String text = node.isTextual() ? node.textValue() : "";
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(text)) {
        return constant;
      }
    }
    throw Problem.malformed("Send %s as one of %s.".formatted(field, choices(type))).exception();
  }

  private static <E extends Enum<E>> String choices(Class<E> type) {
    List<String> names = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      names.add(constant.name().toLowerCase(Locale.ROOT));
    }
    return String.join(", ", names);
  }

  private static @Nullable Double progress(JsonNode progress) {
    double count = progress.path("cnt").asDouble(-1);
    double of = progress.path("of").asDouble(0);
    return count < 0 || of <= 0 ? null : Math.min(ALL, ALL * count / of);
  }

  static List<String> details(JsonNode node) {
    List<String> details = new ArrayList<>();
    node.forEach(
        each ->
            Optional.of(WITH_QUERY.matcher(each.asText("").strip()).replaceAll("$1?…"))
                .filter(text -> !text.isEmpty())
                .ifPresent(details::add));
    return details;
  }
}
