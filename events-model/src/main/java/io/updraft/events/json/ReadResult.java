package io.updraft.events.json;

import io.updraft.events.Envelope;
import org.jspecify.annotations.Nullable;

/** What reading a message can come to; bad input is an outcome, not an exception. */
public sealed interface ReadResult {
  /** An event of this module's version of the model. */
  record Known(Envelope envelope) implements ReadResult {}

  /**
   * A sound envelope around an event that this module does not know: to be acknowledged and
   * counted.
   *
   * @param organizationId null where the metadata do not tell it
   */
  record UnknownType(String type, @Nullable String organizationId) implements ReadResult {}

  /**
   * Not JSON, not an envelope, or a payload that lacks what it must have: to be set aside.
   *
   * @param reason for a human
   */
  record Unreadable(String reason) implements ReadResult {}
}
