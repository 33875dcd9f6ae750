package io.updraft.alert.domain;

import java.util.Optional;
import java.util.function.Supplier;

/** Decides anew on what others have done meanwhile, a bounded number of times. */
public final class Attempts {
  public static final int MOST = 8;

  private Attempts() {}

  /**
   * The first outcome; empty where others were first at every attempt.
   *
   * @param attempt empty where somebody else was first
   */
  public static <T> Optional<T> until(Supplier<Optional<T>> attempt) {
    for (int i = 0; i < MOST; i++) {
      Optional<T> outcome = attempt.get();
      if (outcome.isPresent()) {
        return outcome;
      }
    }
    return Optional.empty();
  }
}
