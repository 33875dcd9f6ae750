package io.updraft.device.registry;

/** How {@link PatchDevice} ended. */
sealed interface PatchOutcome {
  /** The device as it is now; it may have been just so already. */
  record Changed(Registered device) implements PatchOutcome {}

  record NotFound() implements PatchOutcome {}

  /** Others changed the device at every attempt. */
  record Contended() implements PatchOutcome {}
}
