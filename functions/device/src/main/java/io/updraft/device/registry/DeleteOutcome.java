package io.updraft.device.registry;

/** How {@link DeleteDevice} ended. */
enum DeleteOutcome {
  DELETED,
  NOT_FOUND,
  /** At every attempt others had changed the device, or begun a further update of it. */
  CONTENDED
}
