package io.updraft.local.queue;

import java.time.Duration;

/**
 * A message as it was sent.
 *
 * @param group the messages of which are given out in order; empty on any but a FIFO queue
 * @param deduplicationId by which a repeat is known; empty on any but a FIFO queue
 * @param delay before which it is not visible
 */
record Incoming(String body, String group, String deduplicationId, Duration delay) {
  static Incoming of(String body) {
    return new Incoming(body, "", "", Duration.ZERO);
  }
}
