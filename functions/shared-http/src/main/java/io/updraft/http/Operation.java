package io.updraft.http;

/**
 * What a route does, once its caller is known and admitted. A refusal is returned as a response or
 * thrown as a {@link ProblemException}; anything else thrown is a defect and answered with 500.
 */
@FunctionalInterface
public interface Operation {
  HttpResponse handle(HttpRequest request);
}
