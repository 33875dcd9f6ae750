package io.updraft.device.retry;

import io.updraft.device.domain.Update;
import io.updraft.firmware.published.Version;

/** How a retry ended. */
sealed interface Retried {
  /** It waits for the device's next poll. */
  record Waiting(Update update) implements Retried {}

  record NotFailed(Update update) implements Retried {}

  /** As many retries as were granted are used up. */
  record NoneLeft(Update update) implements Retried {}

  /** Its firmware is recalled, or its campaign does not run. */
  record Stopped(Update update) implements Retried {}

  /** It was to take its device back, and the record of that has ended for good. */
  record RollbackEnded(Update update) implements Retried {}

  /** The device has come to run a version that is not older. */
  record Outdated(Update update, Version running) implements Retried {}

  /** The device has another unfinished update to the firmware, or is gone. */
  record Taken(Update update) implements Retried {}

  record NotFound() implements Retried {}
}
