package io.updraft.local.queue;

import java.time.Instant;

/**
 * A message on a queue.
 *
 * @param id sorts by the time at which it came
 * @param receives how often a function was run with it
 * @param visible when it is to be taken next
 */
record Message(String id, Incoming incoming, int receives, Instant visible) {
  String body() {
    return incoming.body();
  }

  /** The same, after one more attempt, to be taken at a later time. */
  Message again(Instant next) {
    return new Message(id, incoming, receives + 1, next);
  }
}
