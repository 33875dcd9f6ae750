package io.updraft.live.domain;

import java.time.Instant;
import java.util.List;

/**
 * When a subscription may be sent the next points, and what is held back until then. All functions
 * that deliver share it.
 */
public interface Pacing {
  /** Takes the turn where it is there; where a flush is to come, it is not. */
  Turn claim(Subscription subscription, Instant now);

  /** Keeps content for the next flush. */
  void hold(Subscription subscription, Content content, Instant now);

  /** Whether the caller is the one who has to see to a flush. */
  boolean arm(Subscription subscription, Instant at, Instant now);

  /** Begins a flush: all that was held before, earlier first. What comes now arms another. */
  List<Held> flush(Subscription subscription, Instant now);

  /** Forgets what was delivered. */
  void forget(Subscription subscription, List<Held> held);

  /**
   * Content that was held back.
   *
   * @param key by which it is forgotten
   */
  record Held(String key, Content content) {}

  /** Whether points can be sent. */
  sealed interface Turn {
    record Now() implements Turn {}

    /** Not yet. */
    record Later(Instant at) implements Turn {}
  }
}
