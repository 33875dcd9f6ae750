package io.updraft.telemetry.delivery;

import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import io.updraft.http.Problem;
import io.updraft.http.ProblemException;
import io.updraft.lambda.DependencyUnavailable;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An operation whose clients read refusals in a form of their protocol only, and go by it when they
 * decide whether to come back.
 */
public final class InOwnForm implements Operation {
  /** Before any encoding, 4 MiB: a few bytes of it can take a hundred in memory. */
  public static final int MOST_BYTES = 4 << 20;

  private static final Logger LOG = LoggerFactory.getLogger(InOwnForm.class);

  private final Operation operation;
  private final BiFunction<HttpRequest, Problem, HttpResponse> form;

  /**
   * @param form how a refusal of a request is rendered; headers are added to it
   */
  public InOwnForm(Operation operation, BiFunction<HttpRequest, Problem, HttpResponse> form) {
    this.operation = operation;
    this.form = form;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    try {
      checkSize(request);
      return operation.handle(request);
    } catch (ProblemException refusal) {
      return refused(request, refusal.problem());
    } catch (DependencyUnavailable away) {
      LOG.warn("unavailable", away);
      return refused(
          request,
          Problem.unavailable(away.getMessage() + ": try again later.", away.retryAfter()));
    }
  }

  private static void checkSize(HttpRequest request) {
    if (request.body().length > MOST_BYTES) {
      throw Problem.tooLarge("Send at most %,d bytes at once.".formatted(MOST_BYTES)).exception();
    }
  }

  private HttpResponse refused(HttpRequest request, Problem problem) {
    HttpResponse response = form.apply(request, problem);
    String retryAfter = problem.toResponse(request.requestId()).headers().get("retry-after");
    return retryAfter == null ? response : response.withHeader("retry-after", retryAfter);
  }
}
