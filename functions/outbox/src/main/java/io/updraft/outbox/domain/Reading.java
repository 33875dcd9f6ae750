package io.updraft.outbox.domain;

/** What an entry of the outbox turns out to be. */
public sealed interface Reading {
  /** An event that can be given to the broker. */
  record Sound(Message message) implements Reading {}

  /** Not an event; no repetition will make it one. */
  record Unsound(String reason) implements Reading {}
}
