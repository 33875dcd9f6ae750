package io.updraft.live.connect;

import io.updraft.live.domain.Connections;
import io.updraft.live.domain.Subscriptions;

/** Ends the subscription of a connection that has ended. */
final class Disconnect {
  private final Subscriptions subscriptions;
  private final Connections connections;

  Disconnect(Subscriptions subscriptions, Connections connections) {
    this.subscriptions = subscriptions;
    this.connections = connections;
  }

  void disconnect(String connectionId) {
    connections.subscriptionOf(connectionId).ifPresent(subscriptions::end);
  }
}
