package io.updraft.outbox.domain;

import java.util.List;

/** Where events are published. */
public interface Broker {
  /**
   * Offers all messages at once and waits, not longer than a bound, for what becomes of them.
   *
   * @return one delivery per message, in the same order; never an exception for a broker that is
   *     away
   */
  List<Delivery> deliver(List<Message> messages);
}
