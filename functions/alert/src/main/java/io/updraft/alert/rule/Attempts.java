package io.updraft.alert.rule;

import java.util.Optional;
import java.util.function.Supplier;

/** Decides anew on what others have made of a rule meanwhile, a bounded number of times. */
final class Attempts {
  static final int MOST = 8;

  private Attempts() {}

  /**
   * The first outcome; empty where others were first at every attempt.
   *
   * @param attempt empty where somebody else was first
   */
  static <T> Optional<T> until(Supplier<Optional<T>> attempt) {
    for (int i = 0; i < MOST; i++) {
      Optional<T> outcome = attempt.get();
      if (outcome.isPresent()) {
        return outcome;
      }
    }
    return Optional.empty();
  }
}
