package io.updraft.systemtests;

import java.io.IOException;

/**
 * A request that must be refused.
 *
 * @param what is wrong with it
 * @param code of the problem; empty where the gateway itself refuses, in a form of its own
 */
record BadRequest(String what, int status, String code, Sending sending) {
  /** How it is sent. */
  interface Sending {
    Reply send() throws IOException, InterruptedException;
  }

  static BadRequest of(String what, int status, String code, Sending sending) {
    return new BadRequest(what, status, code, sending);
  }

  @Override
  public String toString() {
    return what;
  }
}
