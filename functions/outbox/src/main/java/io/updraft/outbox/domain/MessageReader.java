package io.updraft.outbox.domain;

/** Finds in an event what its publisher must know. */
public interface MessageReader {
  Reading read(OutboxEvent event);
}
