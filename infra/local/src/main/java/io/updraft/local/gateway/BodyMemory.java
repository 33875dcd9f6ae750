package io.updraft.local.gateway;

import java.util.concurrent.Semaphore;

/**
 * Bounds what the bodies of all requests together take from the heap, so that many large uploads at
 * once are refused instead of exhausting it.
 */
final class BodyMemory {
  /** A body is there as bytes, as Base64, and as the event, some of them twice for a moment. */
  private static final int COPIES = 5;

  private static final int KILOBYTE = 1024;

  private final Semaphore kilobytes;

  BodyMemory(long bytes) {
    this.kilobytes = new Semaphore(Math.toIntExact(bytes / KILOBYTE));
  }

  /** Half of the heap. */
  static BodyMemory ofHeap() {
    return new BodyMemory(Math.min(Runtime.getRuntime().maxMemory() / 2, Integer.MAX_VALUE));
  }

  boolean take(int bodyBytes) {
    return kilobytes.tryAcquire(permits(bodyBytes));
  }

  void giveBack(int bodyBytes) {
    kilobytes.release(permits(bodyBytes));
  }

  private static int permits(int bodyBytes) {
    return bodyBytes / KILOBYTE * COPIES;
  }
}
