package io.updraft.telemetry.lineprotocol;

import io.updraft.http.HttpResponse;
import io.updraft.http.Problem;
import io.updraft.telemetry.delivery.Delivered;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Answers in the form that clients of InfluxDB read: a code in lower case and a message. They come
 * back after 429 and 503 and drop what got 400; so the good lines are kept beside a 400.
 */
final class WriteAnswers {
  private WriteAnswers() {}

  static HttpResponse to(Delivered delivered) {
    return delivered.refused().isEmpty() ? HttpResponse.noContent() : refused(delivered);
  }

  private static HttpResponse refused(Delivered delivered) {
    String extent = delivered.stored() > 0 ? "partial write" : "nothing written";
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("code", "invalid");
    body.put(
        "message",
        "%s: lines refused: %d; %s".formatted(extent, delivered.places(), delivered.reasons()));
    body.put("line", delivered.refused().getFirst().place());
    return HttpResponse.json(400, body);
  }

  static HttpResponse to(Problem problem) {
    return HttpResponse.json(
        problem.status(), Map.of("code", code(problem.status()), "message", problem.detail()));
  }

  private static String code(int status) {
    return switch (status) {
      case 413 -> "request too large";
      case 429 -> "too many requests";
      case 503 -> "unavailable";
      default -> "invalid";
    };
  }
}
