package io.updraft.local.lambda;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets threads that work in rounds end between two of them, so that what a function has done is not
 * forgotten.
 */
public final class StopSignal {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final CountDownLatch requested = new CountDownLatch(1);

  /** Whether to go on. */
  public boolean isRequested() {
    return requested.getCount() == 0;
  }

  /**
   * Waits.
   *
   * @throws InterruptedException as soon as the end is requested
   */
  public void pause(Duration duration) throws InterruptedException {
    if (requested.await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
      throw new InterruptedException("stopping");
    }
  }

  /** Requests the end and waits for it; interrupts the threads that take some seconds. */
  public void stop(List<Thread> threads) {
    requested.countDown();
    try {
      for (Thread thread : threads) {
        if (!thread.join(PATIENCE)) {
          thread.interrupt();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
