package io.updraft.local.lambda;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Invokes functions that nobody waits for, up to three times each as Lambda does, though with
 * seconds between the attempts where Lambda waits minutes.
 */
public final class AsyncInvoker implements AutoCloseable {
  private static final int ATTEMPTS = 3;
  private static final int AT_ONCE = 4;

  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final DeadLetters deadLetters;
  private final Backoff backoff;

  /** Waits between attempts as {@code backoff} says. */
  public AsyncInvoker(DeadLetters deadLetters, Backoff backoff) {
    this.deadLetters = deadLetters;
    this.backoff = backoff;
  }

  /** Waits one second, then two. */
  public AsyncInvoker(DeadLetters deadLetters) {
    this(deadLetters, new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(10)));
  }

  /** Invokes the function soon. */
  public void invoke(LocalFunction function, byte[] event) {
    executor.execute(() -> attempt(function, event));
  }

  private void attempt(LocalFunction function, byte[] event) {
    try {
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        if (attempt > 0) {
          Thread.sleep(backoff.delay(attempt - 1));
        }
        if (invokeInTurn(function, event) instanceof Outcome.Answered) {
          return;
        }
      }
      deadLetters.keep(function.id(), event);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Outcome invokeInTurn(LocalFunction function, byte[] event) throws InterruptedException {
    places.acquire();
    try {
      return function.invoke(event);
    } finally {
      places.release();
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
