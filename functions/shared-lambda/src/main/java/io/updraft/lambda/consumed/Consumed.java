package io.updraft.lambda.consumed;

import io.updraft.events.Envelope;
import io.updraft.events.Origin;

/** What a message from a neighbour turns out to be. */
public sealed interface Consumed {
  /**
   * An event that some context does something about.
   *
   * @param envelope around a {@code DeviceDeleted} or a {@code UserDeleted}
   * @param origin whose event, and what caused it; of the form of an organization's id
   */
  record Wanted(Envelope envelope, Origin origin) implements Consumed {}

  /** A sound envelope around an event that nobody here does anything about. */
  record Unknown(String type) implements Consumed {}

  /**
   * No repetition will make it an event.
   *
   * @param reason for a human
   */
  record Unsound(String reason) implements Consumed {}
}
