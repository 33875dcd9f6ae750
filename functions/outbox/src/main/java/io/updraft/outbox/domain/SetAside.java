package io.updraft.outbox.domain;

import java.time.Instant;

/** Where events wait for a human that can never be published. */
public interface SetAside {
  /**
   * Keeps the whole event with the reason.
   *
   * @return whether it is kept; if not, the event must be offered again
   */
  boolean keep(OutboxEvent event, String reason, Instant at);
}
