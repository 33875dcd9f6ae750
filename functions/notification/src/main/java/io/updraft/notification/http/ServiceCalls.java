package io.updraft.notification.http;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls one service: a few attempts with pauses between them, and none at all for a while where
 * half of the latest did not come to an answer. Only what is safe to repeat may be called this way.
 */
final class ServiceCalls implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ServiceCalls.class);

  private static final int LATEST = 20;
  private static final int AT_LEAST = 10;
  private static final int TIMEOUT = 408;
  private static final int TOO_MANY = 429;
  private static final int SERVER = 500;
  private static final double DOUBLED = 2;
  private static final double GIVE_OR_TAKE = 0.5;

  private final HttpClient client;
  private final NotificationSettings settings;
  private final CircuitBreaker breaker;
  private final Retry retry;

  ServiceCalls(NotificationSettings settings) {
    this.settings = settings;
    this.client = HttpClient.newBuilder().connectTimeout(settings.connect()).build();
    this.breaker =
        CircuitBreaker.of(
            "notification",
            CircuitBreakerConfig.custom()
                .slidingWindowSize(LATEST)
                .minimumNumberOfCalls(AT_LEAST)
                .waitDurationInOpenState(settings.rest())
                .ignoreExceptions(InterruptedException.class)
                .build());
    this.retry =
        Retry.of(
            "notification",
            RetryConfig.custom()
                .maxAttempts(settings.attempts())
                .intervalFunction(
                    IntervalFunction.ofExponentialRandomBackoff(
                        settings.firstPause(), DOUBLED, GIVE_OR_TAKE))
                .retryOnException(IOException.class::isInstance)
                .build());
  }

  /** The status that the service answers with; empty where it is away, or says so. */
  OptionalInt status(HttpRequest.Builder request) {
    HttpRequest bounded = request.timeout(settings.answer()).build();
    try {
      int status =
          Retry.decorateCallable(
                  retry, CircuitBreaker.decorateCallable(breaker, () -> attempt(bounded)))
              .call();
      return OptionalInt.of(status);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } catch (IOException | CallNotPermittedException away) {
      LOG.warn("{} does not answer: {}", bounded.uri(), away.toString());
    } catch (Exception defect) {
      throw new IllegalStateException("a call of " + bounded.uri(), defect);
    }
    return OptionalInt.empty();
  }

  private int attempt(HttpRequest request) throws IOException, InterruptedException {
    int status = client.send(request, BodyHandlers.discarding()).statusCode();
    if (status >= SERVER || status == TIMEOUT || status == TOO_MANY) {
      throw new IOException("status " + status);
    }
    return status;
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
