package io.updraft.lambda;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Something that the system depends on did not answer within its retries; nothing is known to be
 * lost.
 */
public final class DependencyUnavailable extends RuntimeException {
  private final Duration retryAfter;

  /**
   * @param dependency its name, for the caller
   * @param retryAfter when it makes sense to come back
   */
  public DependencyUnavailable(String dependency, Duration retryAfter, @Nullable Throwable cause) {
    super(dependency + " does not answer", cause);
    this.retryAfter = retryAfter;
  }

  public Duration retryAfter() {
    return retryAfter;
  }
}
