package io.updraft.live.subscribe;

import io.updraft.live.domain.Sockets;
import io.updraft.live.domain.Subscription;
import io.updraft.live.domain.Subscription.State;
import io.updraft.live.domain.SubscriptionId;
import io.updraft.live.domain.Subscriptions;

/** Ends a subscription and its connection. Repeated, it ends the same. */
final class Unsubscribe {
  private final Subscriptions subscriptions;
  private final Sockets sockets;

  Unsubscribe(Subscriptions subscriptions, Sockets sockets) {
    this.subscriptions = subscriptions;
    this.sockets = sockets;
  }

  UnsubscribeOutcome unsubscribe(String organization, SubscriptionId id) {
    return subscriptions
        .find(organization, id)
        .map(this::ended)
        .orElseGet(() -> gone(organization, id));
  }

  /**
   * The connection last: a crash before leaves one to which nothing is sent any more. One that was
   * found waiting may have been connected meanwhile, and then it is still there.
   */
  private UnsubscribeOutcome ended(Subscription subscription) {
    subscriptions.end(subscription);
    switch (subscription.state()) {
      case State.Connected connected -> sockets.close(connected.connectionId());
      case State.Waiting _ ->
          subscriptions.find(subscription.organization(), subscription.id()).ifPresent(this::ended);
    }
    return UnsubscribeOutcome.ENDED;
  }

  private UnsubscribeOutcome gone(String organization, SubscriptionId id) {
    return subscriptions.hasEnded(organization, id)
        ? UnsubscribeOutcome.ENDED
        : UnsubscribeOutcome.NOT_FOUND;
  }
}
