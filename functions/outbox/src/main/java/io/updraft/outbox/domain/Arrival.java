package io.updraft.outbox.domain;

import java.time.Duration;

/** A message of a neighbour; one that is not answered comes again by itself after a while. */
public interface Arrival {
  Letterhead letterhead();

  /** As it was published. */
  byte[] body();

  /** It is dealt with. Where this gets lost, the message comes again and is known. */
  void acknowledge();

  /** It is to come again, not earlier than after the delay. */
  void comeAgain(Duration delay);

  /** Somebody is still at it: the time until it comes by itself begins anew. */
  void stillWorking();
}
