package io.updraft.local.lambda;

import java.util.function.Consumer;

/** Sees to it that an invocation ends once, and that its thread is interrupted only during it. */
final class Once {
  private final Thread thread;
  private final Consumer<Outcome> answer;
  private boolean ended;

  Once(Thread thread, Consumer<Outcome> answer) {
    this.thread = thread;
    this.answer = answer;
  }

  /** Ends the invocation while its thread still works on it. */
  void interrupt(Outcome outcome) {
    synchronized (this) {
      if (ended) {
        return;
      }
      ended = true;
      thread.interrupt();
    }
    answer.accept(outcome);
  }

  /** Ends the invocation by its own thread, unless it was ended before. */
  void finish(Outcome outcome) {
    synchronized (this) {
      if (ended) {
        // The interrupt was for the invocation, not for what the thread does next.
        Thread.interrupted();
        return;
      }
      ended = true;
    }
    answer.accept(outcome);
  }
}
