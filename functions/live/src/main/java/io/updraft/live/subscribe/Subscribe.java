package io.updraft.live.subscribe;

import io.updraft.http.Caller;
import io.updraft.live.domain.LiveToken;
import io.updraft.live.domain.Subscription;
import io.updraft.live.domain.SubscriptionId;
import io.updraft.live.domain.Subscriptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Makes a subscription, which waits for its connection as long as its token is good. */
final class Subscribe {
  /** Long enough to open a connection, too short to be passed around. */
  static final Duration TOKEN_LIFE = Duration.ofSeconds(60);

  private final Subscriptions subscriptions;
  private final NewIds ids;
  private final Clock clock;

  Subscribe(Subscriptions subscriptions, NewIds ids, Clock clock) {
    this.subscriptions = subscriptions;
    this.ids = ids;
    this.clock = clock;
  }

  SubscribeOutcome subscribe(Wish wish, Caller caller) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    SubscriptionId id = ids.subscription(now);
    LiveToken token = new LiveToken(caller.organization(), id, ids.secret());
    Subscription waiting =
        new Subscription(
            id,
            caller.organization(),
            caller.user(),
            wish.filters(),
            wish.pace(),
            now,
            caller.expiresAt(),
            new Subscription.State.Waiting(token.hash(), now.plus(TOKEN_LIFE)));
    return subscriptions.add(waiting)
        ? new SubscribeOutcome.Subscribed(waiting, token)
        : new SubscribeOutcome.Full();
  }
}
