package io.updraft.outbox.domain;

/** Calls the functions that want events. */
public interface FunctionCalls {
  /**
   * Hands the envelope to the function and waits for what becomes of it, within a bound.
   *
   * @return never an exception for a function that fails
   */
  Answer call(String function, byte[] envelope);

  /** What became of an event in one function. */
  sealed interface Answer {
    /** All is committed. */
    record Done() implements Answer {}

    /** A part is committed, and more remains. */
    record Again(String reason) implements Answer {}

    /** No repetition will help. */
    record Refused(String reason) implements Answer {}

    /** Nobody knows what is committed; a later attempt may succeed. */
    record Failed(String reason) implements Answer {}
  }
}
