package io.updraft.device.start;

import io.updraft.device.domain.Update;
import java.time.Duration;

/** How the start of an update ended. */
sealed interface Started {
  /** It waits for the device's next poll. */
  record Waiting(Update update) implements Started {}

  record NoSuchDevice() implements Started {}

  record NoSuchFirmware() implements Started {}

  /** Its state keeps it from being installed anew. */
  record NotAvailable(String status) implements Started {}

  /** Device and firmware don't fit, for the reason. */
  record Unfit(String reason) implements Started {}

  /** Something that the start depends on is away, for this device at this moment. */
  record Away(Duration retryAfter) implements Started {}

  /** An unfinished update stands against it, for the reason. */
  record Taken(String reason) implements Started {}
}
