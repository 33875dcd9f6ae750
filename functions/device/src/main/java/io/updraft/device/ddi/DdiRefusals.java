package io.updraft.device.ddi;

import io.updraft.http.HttpResponse;
import io.updraft.http.Problem;
import io.updraft.http.Refusals;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Refusals as the protocol has them: {@code errorCode, exceptionClass, message}. Credentials that
 * don't serve are 401 with an empty body, whatever is wrong with them.
 */
final class DdiRefusals implements Refusals {
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int BAD_REQUEST = 400;
  private static final int INVALID = 422;

  @Override
  public HttpResponse toResponse(Problem problem, String requestId) {
    return switch (problem.status()) {
      case UNAUTHORIZED, FORBIDDEN -> HttpResponse.empty(UNAUTHORIZED);
      case INVALID -> described(BAD_REQUEST, problem, requestId);
      default -> described(problem.status(), problem, requestId);
    };
  }

  /** With the headers of the problem, as {@code Retry-After}, but for its type. */
  private static HttpResponse described(int status, Problem problem, String requestId) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("errorCode", problem.code());
    body.put("exceptionClass", Problem.class.getName());
    body.put("message", message(problem));
    HttpResponse form = problem.toResponse(requestId);
    HttpResponse answer = HttpResponse.json(status, body);
    for (var header : form.headers().entrySet()) {
      answer =
          header.getKey().equals("content-type")
              ? answer
              : answer.withHeader(header.getKey(), header.getValue());
    }
    return answer;
  }

  private static String message(Problem problem) {
    StringBuilder message = new StringBuilder(problem.detail());
    problem
        .errors()
        .forEach(
            e ->
                message.append(' ').append(e.field()).append(": ").append(e.message()).append('.'));
    return message.toString();
  }
}
