package io.updraft.alert.domain;

import java.util.List;

/** What breaches make of how a rule stands with a device. */
public sealed interface Judgement {
  /** Nothing that was not known. */
  record Unchanged() implements Judgement {}

  /** There are not enough of them within a window yet. */
  record Remembered(Standing now) implements Judgement {}

  /**
   * An alert begins.
   *
   * @param first time of the first point of the window, in nanoseconds since the epoch
   * @param last time of the latest point
   * @param violations how many there are from the first on
   * @param latest of those that have just arrived
   */
  record Triggered(long first, long last, long violations, Breach latest) implements Judgement {}

  /** They belong to an alert that is there. */
  record GoesOn(AlertId alert, List<Breach> breaches) implements Judgement {
    public GoesOn {
      breaches = List.copyOf(breaches);
    }
  }
}
