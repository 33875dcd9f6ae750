package io.updraft.outbox.domain;

/** What became of one message at the broker. */
public sealed interface Delivery {
  /** The broker has it, on disk. */
  record Acknowledged() implements Delivery {}

  /** The broker will never take this message, however often it is offered. */
  record Refused(String reason) implements Delivery {}

  /** Nobody knows whether the broker has it; a later attempt may succeed. */
  record Unanswered(String reason) implements Delivery {}
}
