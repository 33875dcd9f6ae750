package io.updraft.live.subscribe;

import io.updraft.http.Operation;
import io.updraft.live.domain.Sockets;
import io.updraft.live.domain.Subscriptions;
import java.time.Clock;

/**
 * The operations on subscriptions, on their ports.
 *
 * @param url address of the WebSocket
 */
public record SubscribeOperations(
    Subscriptions subscriptions, Sockets sockets, NewIds ids, String url, Clock clock) {
  public Operation subscribe() {
    return new SubscribeHandler(new Subscribe(subscriptions, ids, clock), url);
  }

  public Operation unsubscribe() {
    return new UnsubscribeHandler(new Unsubscribe(subscriptions, sockets));
  }
}
