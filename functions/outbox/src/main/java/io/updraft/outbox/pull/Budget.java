package io.updraft.outbox.pull;

import java.time.Duration;
import java.util.function.IntSupplier;

/**
 * The time of one invocation. Nothing is begun that might not end in it; where the runtime is about
 * to stop, it says that no time is left.
 *
 * @param remainingMillis as the context of the invocation tells it
 */
record Budget(IntSupplier remainingMillis) {
  /** Longer than a call of a function can take, and what is to be written afterwards. */
  static final Duration CALL = Duration.ofSeconds(45);

  boolean allowsCall() {
    return remainingMillis.getAsInt() > CALL.toMillis();
  }
}
