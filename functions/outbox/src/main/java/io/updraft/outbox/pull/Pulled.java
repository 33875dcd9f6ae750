package io.updraft.outbox.pull;

import org.jspecify.annotations.Nullable;

/** What one invocation has done; counts up. */
final class Pulled {
  private int consumed;
  private int unknown;
  private int deadLetters;
  private int putOff;
  private @Nullable String stopped;

  void count(Fate fate) {
    switch (fate) {
      case CONSUMED -> consumed++;
      case UNKNOWN -> unknown++;
      case DEAD_LETTER -> deadLetters++;
      case PUT_OFF -> putOff++;
    }
  }

  void stop(String reason) {
    stopped = reason;
  }

  /** Whether there is nothing to tell. */
  boolean idle() {
    return consumed + unknown + deadLetters + putOff == 0 && stopped == null;
  }

  int consumed() {
    return consumed;
  }

  int unknown() {
    return unknown;
  }

  int deadLetters() {
    return deadLetters;
  }

  int putOff() {
    return putOff;
  }

  @Nullable String stopped() {
    return stopped;
  }

  /** What became of one message. */
  enum Fate {
    /** Dealt with, now or before. */
    CONSUMED,
    /** Nobody wants it. */
    UNKNOWN,
    DEAD_LETTER,
    /** It comes again. */
    PUT_OFF
  }
}
