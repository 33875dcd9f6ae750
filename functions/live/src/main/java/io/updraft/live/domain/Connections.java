package io.updraft.live.domain;

import java.util.Optional;

/** Which connection is whose. */
public interface Connections {
  /** Gives the connection to the subscription; false where somebody has used its token. */
  boolean take(Subscription waiting, Subscription connected);

  /** The subscription that a connection was given to. */
  Optional<Subscription> subscriptionOf(String connectionId);
}
