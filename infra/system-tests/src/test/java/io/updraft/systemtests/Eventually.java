package io.updraft.systemtests;

import java.time.Duration;
import java.util.function.Predicate;

/** Waits for conditions, and never for ever. */
final class Eventually {
  private static final Duration PACE = Duration.ofMillis(50);

  private Eventually() {}

  /** What is read at some time. */
  interface Read<T> {
    T read() throws Exception;
  }

  /**
   * Reads until it is as wanted.
   *
   * @return the last that was read, as wanted or not: the caller asserts, and so shows it
   */
  static <T> T read(Duration patience, Read<T> reading, Predicate<T> wanted) throws Exception {
    long end = System.nanoTime() + patience.toNanos();
    T last = reading.read();
    while (!wanted.test(last) && System.nanoTime() < end) {
      Thread.sleep(PACE);
      last = reading.read();
    }
    return last;
  }
}
