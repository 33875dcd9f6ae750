package io.updraft.http;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A refusal in the one form that all have, {@code application/problem+json} of RFC 9457.
 *
 * @param status the HTTP status
 * @param code what programs go by, in upper snake case
 * @param detail a sentence that says what to do
 * @param errors every wrong field; empty unless the input was not valid
 * @param extensions further members of the body
 * @param retryAfter when to try again; only with 429, 503 and 504
 */
public record Problem(
    int status,
    String code,
    String detail,
    List<FieldError> errors,
    Map<String, Object> extensions,
    @Nullable Duration retryAfter) {

  public Problem {
    errors = List.copyOf(errors);
    extensions = Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
  }

  public static Problem malformed(String detail) {
    return plain(400, "MALFORMED", detail);
  }

  public static Problem unauthorized(String detail) {
    return plain(401, "UNAUTHORIZED", detail);
  }

  public static Problem forbidden(String detail) {
    return plain(403, "FORBIDDEN", detail);
  }

  /** What is not there, or belongs to another organization: the two must look the same. */
  public static Problem notFound(String what, String id) {
    return plain(404, "NOT_FOUND", "There is no %s %s; check its id.".formatted(what, id));
  }

  static Problem unknownRoute() {
    return plain(404, "NOT_FOUND", "There is nothing at this path; see the API document.");
  }

  static Problem methodNotAllowed(Collection<String> allowed) {
    String detail = "This path takes %s only.".formatted(String.join(", ", allowed));
    return plain(405, "METHOD_NOT_ALLOWED", detail);
  }

  public static Problem conflict(String detail) {
    return plain(409, "CONFLICT", detail);
  }

  /** A move that the present state forbids. */
  public static Problem invalidTransition(
      String current, String target, Collection<String> allowed) {
    String moves = allowed.isEmpty() ? "nothing else" : String.join(", ", allowed);
    String detail = "From %s it can become %s, not %s.".formatted(current, moves, target);
    Map<String, Object> states = new LinkedHashMap<>();
    states.put("current_state", current);
    states.put("target_state", target);
    states.put("allowed", List.copyOf(allowed));
    return new Problem(409, "INVALID_STATE_TRANSITION", detail, List.of(), states, null);
  }

  public static Problem validation(List<FieldError> errors) {
    String detail = "Correct the fields listed in errors and send the request again.";
    return new Problem(422, "VALIDATION", detail, errors, Map.of(), null);
  }

  /** Of so many wrong fields only the first are listed. */
  static Problem validation(List<FieldError> first, int count) {
    if (count == first.size()) {
      return validation(first);
    }
    String detail =
        "Correct the fields listed in errors, the first %,d of %,d, and send the request again."
            .formatted(first.size(), count);
    return new Problem(422, "VALIDATION", detail, first, Map.of(), null);
  }

  public static Problem tooLarge(String detail) {
    return plain(413, "TOO_LARGE", detail);
  }

  public static Problem unsupportedMediaType(String detail) {
    return plain(415, "UNSUPPORTED_MEDIA_TYPE", detail);
  }

  public static Problem rateLimited(String detail, Duration retryAfter) {
    return later(429, "RATE_LIMITED", detail, retryAfter);
  }

  /** A dependency is away. */
  public static Problem unavailable(String detail, Duration retryAfter) {
    return later(503, "UNAVAILABLE", detail, retryAfter);
  }

  /** A dependency did not answer in time. */
  public static Problem timeout(String detail, Duration retryAfter) {
    return later(504, "TIMEOUT", detail, retryAfter);
  }

  /** A defect, of which nothing is shown. */
  public static Problem internal() {
    String detail = "Something went wrong here; report the request id given as instance.";
    return plain(500, "INTERNAL", detail);
  }

  public ProblemException exception() {
    return new ProblemException(this, null);
  }

  /** As an exception that keeps what led to it, for the log. */
  public ProblemException exception(Throwable cause) {
    return new ProblemException(this, cause);
  }

  /** The answer that tells of this problem; the request id becomes its {@code instance}. */
  public HttpResponse toResponse(String requestId) {
    HttpResponse response =
        HttpResponse.json(status, body(requestId))
            .withHeader("content-type", "application/problem+json");
    return retryAfter == null
        ? response
        : response.withHeader("retry-after", Long.toString(wholeSeconds(retryAfter)));
  }

  /** The JSON of this problem, for an answer that tells of several. */
  public Map<String, Object> body(String requestId) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "urn:updraft:problem:" + code.toLowerCase(Locale.ROOT));
    body.put("title", title());
    body.put("status", status);
    body.put("detail", detail);
    body.put("instance", requestId);
    body.put("code", code);
    if (!errors.isEmpty()) {
      body.put("errors", errors);
    }
    extensions.forEach(body::putIfAbsent);
    return body;
  }

  private String title() {
    String words = code.replace('_', ' ').toLowerCase(Locale.ROOT);
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /** Rounded up: a client that comes back a moment too early is refused again. */
  private static long wholeSeconds(Duration duration) {
    return Math.max(1, duration.plusNanos(999_999_999).toSeconds());
  }

  private static Problem plain(int status, String code, String detail) {
    return new Problem(status, code, detail, List.of(), Map.of(), null);
  }

  private static Problem later(int status, String code, String detail, Duration retryAfter) {
    return new Problem(status, code, detail, List.of(), Map.of(), retryAfter);
  }
}
