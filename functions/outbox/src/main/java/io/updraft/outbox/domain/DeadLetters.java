package io.updraft.outbox.domain;

/** Where messages of neighbours wait for a human that nobody could handle. */
public interface DeadLetters {
  /** Keeps the message with the reason; a repeat replaces it. Returns when it is kept. */
  void keep(Letterhead letterhead, byte[] body, String reason);
}
