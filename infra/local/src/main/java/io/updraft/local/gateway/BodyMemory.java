package io.updraft.local.gateway;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Bounds what the bodies of all requests together take from the heap, so that many large uploads at
 * once wait for each other, for a time, instead of exhausting it.
 */
final class BodyMemory {
  /** A body is there as bytes, as Base64, and as the event, some of them twice for a moment. */
  private static final int COPIES = 5;

  private static final int KILOBYTE = 1024;

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Semaphore kilobytes;
  private final Duration patience;

  BodyMemory(long bytes, Duration patience) {
    this.kilobytes = new Semaphore(Math.toIntExact(bytes / KILOBYTE), true);
    this.patience = patience;
  }

  /** Half of the heap. */
  static BodyMemory ofHeap() {
    return new BodyMemory(
        Math.min(Runtime.getRuntime().maxMemory() / 2, Integer.MAX_VALUE), PATIENCE);
  }

  /** Waits for room; false where there was none in time. */
  boolean take(int bodyBytes) {
    try {
      return kilobytes.tryAcquire(permits(bodyBytes), patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  void giveBack(int bodyBytes) {
    kilobytes.release(permits(bodyBytes));
  }

  private static int permits(int bodyBytes) {
    return bodyBytes / KILOBYTE * COPIES;
  }
}
