package io.updraft.lambda;

/** A variable of a function's environment is missing or wrong; the message names it. */
public final class InvalidEnvironment extends RuntimeException {
  public InvalidEnvironment(String message) {
    super(message);
  }
}
