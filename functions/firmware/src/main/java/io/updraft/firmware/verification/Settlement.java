package io.updraft.firmware.verification;

import io.updraft.firmware.domain.Firmware;

/** What has become of an upload. */
public sealed interface Settlement {
  /** The bytes are verified and kept, now or before. */
  record Verified(Firmware firmware) implements Settlement {}

  /** The bytes were refused and removed, now or before. */
  record Refused(Firmware firmware) implements Settlement {}

  /** The caller's patience ended first; the next that asks goes on. */
  record StillVerifying(Firmware firmware) implements Settlement {}

  /** No bytes are there. */
  record NotArrived(Firmware firmware) implements Settlement {}

  /** There is no such firmware, or not any more. */
  record Unknown() implements Settlement {}
}
