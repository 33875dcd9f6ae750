package io.updraft.live.subscribe;

import io.updraft.live.domain.LiveToken;
import io.updraft.live.domain.Subscription;

/** How {@link Subscribe} ended. */
sealed interface SubscribeOutcome {
  /**
   * It waits for its connection.
   *
   * @param token shown once
   */
  record Subscribed(Subscription subscription, LiveToken token) implements SubscribeOutcome {}

  /** The organization has as many subscriptions as it can have. */
  record Full() implements SubscribeOutcome {}
}
