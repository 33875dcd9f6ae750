package io.updraft.http;

/** The form of the answers that tell of problems. */
@FunctionalInterface
public interface Refusals {
  HttpResponse toResponse(Problem problem, String requestId);
}
