package io.updraft.lambda.consumed;

import java.util.Objects;

/**
 * What became of an event in one function. A function that fails or takes too long answers none of
 * these; then the event comes again, later each time, and at last goes to the dead letters.
 */
public sealed interface Handling {
  /** All that the event asks for is committed; so it is where nothing was to be done. */
  record Done() implements Handling {}

  /**
   * A bounded piece of the work is committed and more remains, or somebody else was in the way: the
   * event is to come again soon. That may happen any number of times.
   *
   * @param reason for the log
   */
  record Again(String reason) implements Handling {
    public Again {
      Objects.requireNonNull(reason, "reason");
    }
  }

  /**
   * No repetition can make this event one that can be handled: it belongs to the dead letters.
   *
   * @param reason for a human
   */
  record Refused(String reason) implements Handling {
    public Refused {
      Objects.requireNonNull(reason, "reason");
    }
  }
}
