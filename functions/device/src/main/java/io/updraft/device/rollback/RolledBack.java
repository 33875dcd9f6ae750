package io.updraft.device.rollback;

import io.updraft.device.domain.Rollback;

/** How a user's wish to take a device back ended. */
sealed interface RolledBack {
  /** It waits for the device's next poll. */
  record Begun(Rollback rollback) implements RolledBack {}

  record NoSuchDevice() implements RolledBack {}

  /** The device runs that version. */
  record RunsIt() implements RolledBack {}

  /** Nothing in the device's history says that it ever ran that version. */
  record NeverHad() implements RolledBack {}

  /** The firmware of that version was removed or recalled. */
  record FirmwareGone() implements RolledBack {}

  /** The device has an unfinished rollback, or an update to that firmware. */
  record Taken() implements RolledBack {}
}
