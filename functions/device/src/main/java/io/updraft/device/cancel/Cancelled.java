package io.updraft.device.cancel;

import io.updraft.device.domain.Update;

/** How a cancellation ended. */
sealed interface Cancelled {
  /** It is cancelled, its device is asked to give it up, or it is not tried again. */
  record Accepted(Update update) implements Cancelled {}

  /** It had ended otherwise before. */
  record Ended(Update update) implements Cancelled {}

  record NotFound() implements Cancelled {}
}
