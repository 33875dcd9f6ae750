package io.updraft.local;

import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Waits for what happens in another thread or process, no longer than it takes. */
final class Eventually {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Eventually() {}

  /** Returns when the assertion holds, and fails as it does when it never did. */
  static void assertThatSoon(ThrowingCallable assertion) throws Throwable {
    Instant end = Instant.now().plus(PATIENCE);
    while (true) {
      try {
        assertion.call();
        return;
      } catch (AssertionError e) {
        if (Instant.now().isAfter(end)) {
          throw e;
        }
        Thread.sleep(20);
      }
    }
  }
}
