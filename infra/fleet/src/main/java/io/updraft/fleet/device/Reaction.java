package io.updraft.fleet.device;

import io.updraft.fleet.http.Answer;
import java.util.Optional;

/** What the answer to a report means for the device. */
sealed interface Reaction {
  /** The report counts, and the update goes on. */
  record GoOn() implements Reaction {}

  /** The update has ended, as reported or otherwise. */
  record Ended(DeviceState state) implements Reaction {}

  /** Something has changed on the other side; the next poll says what. */
  record AskAgain() implements Reaction {}

  static Reaction to(Answer answer) {
    Optional<DeviceState> end = DeviceState.end(answer.text("status"));
    boolean counts = answer.isSuccess();
    if (counts && end.isPresent()) {
      return new Ended(end.get());
    }
    return counts && answer.text("cancel_reason").isEmpty() ? new GoOn() : new AskAgain();
  }
}
