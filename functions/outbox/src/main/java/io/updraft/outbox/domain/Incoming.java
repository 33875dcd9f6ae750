package io.updraft.outbox.domain;

import java.time.Duration;

/** What neighbours publish, each message to one reader at a time. */
public interface Incoming {
  /**
   * Waits for the next message on a subject, at most so long; an interruption ends the wait.
   *
   * @return never an exception for a broker that is away
   */
  Next next(String subject, Duration patience);

  /** What the wait has brought. */
  sealed interface Next {
    record Arrived(Arrival arrival) implements Next {}

    record Nothing() implements Next {}

    /** The broker does not answer. */
    record Away(String reason) implements Next {}
  }
}
