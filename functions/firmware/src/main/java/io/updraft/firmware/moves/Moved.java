package io.updraft.firmware.moves;

import io.updraft.firmware.domain.Firmware;

/** What came of a command. */
public sealed interface Moved {
  /** The move took effect. */
  record Done(Firmware before, Firmware firmware) implements Moved {}

  /** There was nothing to do. */
  record Unchanged(Firmware firmware) implements Moved {}

  /** The firmware's stage forbids it. */
  record Forbidden(Firmware firmware) implements Moved {}

  /** The organization has no such firmware. */
  record NotFound() implements Moved {}
}
