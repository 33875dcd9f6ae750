package io.updraft.coldstart;

/** A function did not come to a good first answer; the message says what it wrote instead. */
final class FailedStart extends RuntimeException {
  FailedStart(String message) {
    super(message);
  }
}
