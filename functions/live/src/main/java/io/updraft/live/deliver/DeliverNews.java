package io.updraft.live.deliver;

import io.updraft.live.domain.Content;
import io.updraft.live.domain.Flushes;
import io.updraft.live.domain.LiveMessage;
import io.updraft.live.domain.Pacing;
import io.updraft.live.domain.Pacing.Turn;
import io.updraft.live.domain.Subscription;
import io.updraft.live.domain.Subscription.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Brings news to the subscriptions that want it: alerts at once, points at their pace. Points that
 * come before their turn are held back, and one flush is seen to.
 */
final class DeliverNews {
  /** How soon what a connection has not taken is tried again, at the earliest. */
  private static final Duration AGAIN = Duration.ofSeconds(1);

  private final RecentSubscriptions subscriptions;
  private final Pacing pacing;
  private final Flushes flushes;
  private final Delivery delivery;
  private final Clock clock;

  DeliverNews(
      RecentSubscriptions subscriptions,
      Pacing pacing,
      Flushes flushes,
      Delivery delivery,
      Clock clock) {
    this.subscriptions = subscriptions;
    this.pacing = pacing;
    this.flushes = flushes;
    this.delivery = delivery;
    this.clock = clock;
  }

  void deliver(String organization, Content news) {
    for (Subscription subscription : subscriptions.of(organization)) {
      if (subscription.state() instanceof State.Connected connection) {
        deliver(subscription, connection, news);
      }
    }
  }

  private void deliver(Subscription subscription, State.Connected connection, Content news) {
    if (subscription.isOver(clock.instant())) {
      delivery.close(subscription, connection);
      return;
    }
    Content wanted = news.through(subscription.filters());
    if (!wanted.alerts().isEmpty()) {
      send(subscription, connection, new Content(List.of(), wanted.alerts()));
    }
    if (!wanted.points().isEmpty()) {
      pace(subscription, connection, Content.of(wanted.points()));
    }
  }

  private void pace(Subscription subscription, State.Connected connection, Content points) {
    switch (pacing.claim(subscription, clock.instant())) {
      case Turn.Now() -> send(subscription, connection, points);
      case Turn.Later(Instant at) -> hold(subscription, points, at);
    }
  }

  private void send(Subscription subscription, State.Connected connection, Content content) {
    if (!delivery.settled(subscription, connection, content)) {
      hold(subscription, content, clock.instant().plus(AGAIN));
    }
  }

  private void hold(Subscription subscription, Content content, Instant until) {
    pacing.hold(subscription, content, clock.instant());
    if (pacing.arm(subscription, until, clock.instant())) {
      flushes.put(new LiveMessage.Flush(subscription.organization(), subscription.id(), until));
    }
  }
}
