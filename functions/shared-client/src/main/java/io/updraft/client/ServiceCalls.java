package io.updraft.client;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls one service: a few attempts with pauses between them, and none at all for a while where
 * half of the latest did not come to an answer, or were slow. Only what is safe to repeat may be
 * called this way.
 */
public final class ServiceCalls implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ServiceCalls.class);

  private static final int LATEST = 20;
  private static final int AT_LEAST = 10;
  private static final float HALF = 50;
  private static final int TIMEOUT = 408;
  private static final int TOO_MANY = 429;
  private static final int SERVER = 500;
  private static final double DOUBLED = 2;
  private static final double GIVE_OR_TAKE = 0.5;

  /** No service has that much to say; what says more is broken. */
  private static final long MOST_BYTES = 1 << 20;

  private final HttpClient client;
  private final ServiceSettings settings;
  private final CircuitBreaker breaker;
  private final Retry retry;

  public ServiceCalls(ServiceSettings settings) {
    this.settings = settings;
    this.client = HttpClient.newBuilder().connectTimeout(settings.connect()).build();
    this.breaker = CircuitBreaker.of(settings.name(), opening(settings));
    this.retry = Retry.of(settings.name(), repeating(settings));
  }

  private static CircuitBreakerConfig opening(ServiceSettings settings) {
    return CircuitBreakerConfig.custom()
        .slidingWindowSize(LATEST)
        .minimumNumberOfCalls(AT_LEAST)
        .failureRateThreshold(HALF)
        .slowCallDurationThreshold(settings.slow())
        .slowCallRateThreshold(HALF)
        .waitDurationInOpenState(settings.rest())
        .ignoreExceptions(InterruptedException.class)
        .build();
  }

  private static RetryConfig repeating(ServiceSettings settings) {
    return RetryConfig.custom()
        .maxAttempts(settings.attempts())
        .intervalFunction(
            IntervalFunction.ofExponentialRandomBackoff(
                settings.firstPause(), DOUBLED, GIVE_OR_TAKE))
        .retryOnException(IOException.class::isInstance)
        .build();
  }

  /**
   * A request to a path of the service.
   *
   * @param correlationId of the request that caused it, or null
   */
  public HttpRequest.Builder request(String path, @Nullable String correlationId) {
    String base = settings.address().toString();
    String parent = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(parent + path));
    return correlationId == null ? request : request.header("x-correlation-id", correlationId);
  }

  /** What the service answers with; empty where it is away, or says so. */
  public Optional<ServiceAnswer> answer(HttpRequest.Builder request) {
    HttpRequest bounded = request.timeout(settings.answer()).build();
    try {
      return Optional.of(
          Retry.decorateCallable(
                  retry, CircuitBreaker.decorateCallable(breaker, () -> attempt(bounded)))
              .call());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } catch (IOException | CallNotPermittedException away) {
      LOG.warn("{} does not answer: {}", bounded.uri(), away.toString());
    } catch (Exception defect) {
      throw new IllegalStateException("a call of " + bounded.uri(), defect);
    }
    return Optional.empty();
  }

  private ServiceAnswer attempt(HttpRequest request) throws Exception {
    HttpResponse<String> response = whole(request);
    int status = response.statusCode();
    if (status >= SERVER || status == TIMEOUT || status == TOO_MANY) {
      throw new IOException("status " + status);
    }
    return new ServiceAnswer(status, response.body());
  }

  /** The timeout of the request ends with the headers; a body that never ends has to end too. */
  private HttpResponse<String> whole(HttpRequest request) throws Exception {
    CompletableFuture<HttpResponse<String>> response =
        client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), MOST_BYTES));
    try {
      return response.get(settings.answer().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      throw new HttpTimeoutException("no whole answer in time");
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof IOException away ? away : failed;
    } finally {
      response.cancel(true);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
