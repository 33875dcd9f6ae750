package io.updraft.client;

/**
 * What a service answered.
 *
 * @param status below 500; what says that the service is away is no answer
 */
public record ServiceAnswer(int status, String body) {
  private static final int REFUSALS = 300;
  private static final int NOT_FOUND = 404;

  public boolean accepted() {
    return status < REFUSALS;
  }

  public boolean notFound() {
    return status == NOT_FOUND;
  }
}
