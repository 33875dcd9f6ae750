package io.updraft.device.domain;

/** What is still to be asked about the device of an update, because nobody could be asked. */
public enum Validation {
  DONE,
  /** Whether it exists; that the firmware does not fit was accepted. */
  EXISTENCE,
  /** Whether it exists, and the firmware fits. */
  FITNESS
}
