package io.updraft.live.deliver;

import io.updraft.live.domain.Failures;
import io.updraft.live.domain.Flushes;
import io.updraft.live.domain.Pacing;
import io.updraft.live.domain.Sockets;
import io.updraft.live.domain.Subscriptions;
import java.time.Clock;

/** What delivering needs from outside. */
record DeliverPorts(
    Subscriptions subscriptions,
    Pacing pacing,
    Failures failures,
    Sockets sockets,
    Flushes flushes,
    Pause pause,
    Clock clock) {
  DeliverNews deliverNews() {
    return new DeliverNews(
        new RecentSubscriptions(subscriptions, clock), pacing, flushes, delivery(), clock);
  }

  FlushHeld flushHeld() {
    return new FlushHeld(subscriptions, pacing, failures, flushes, delivery(), clock);
  }

  private Delivery delivery() {
    return new Delivery(subscriptions, failures, sockets, clock);
  }
}
