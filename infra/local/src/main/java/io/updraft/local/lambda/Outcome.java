package io.updraft.local.lambda;

/** How an invocation ended. */
public sealed interface Outcome {
  /** The function answered with this JSON. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, and copying it would cost
  record Answered(byte[] payload) implements Outcome {}

  /** The handler threw; the type and message are those of the throwable. */
  record Failed(String errorType, String errorMessage) implements Outcome {}

  /** The function did not answer within its timeout. */
  record TimedOut(String errorMessage) implements Outcome {}
}
