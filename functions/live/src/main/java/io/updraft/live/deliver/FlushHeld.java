package io.updraft.live.deliver;

import io.updraft.live.domain.Content;
import io.updraft.live.domain.Failures;
import io.updraft.live.domain.Flushes;
import io.updraft.live.domain.LiveMessage;
import io.updraft.live.domain.Pacing;
import io.updraft.live.domain.Pacing.Held;
import io.updraft.live.domain.Subscription;
import io.updraft.live.domain.Subscription.State;
import io.updraft.live.domain.Subscriptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Delivers what was held back for a subscription, of each series the latest point. It is forgotten
 * only when it was taken, so that a crash in between delivers it twice rather than not at all.
 */
final class FlushHeld {
  /** A connection that takes nothing is given some time. */
  private static final Duration AGAIN = Duration.ofSeconds(2);

  private final Subscriptions subscriptions;
  private final Pacing pacing;
  private final Failures failures;
  private final Flushes flushes;
  private final Delivery delivery;
  private final Clock clock;

  FlushHeld(
      Subscriptions subscriptions,
      Pacing pacing,
      Failures failures,
      Flushes flushes,
      Delivery delivery,
      Clock clock) {
    this.subscriptions = subscriptions;
    this.pacing = pacing;
    this.failures = failures;
    this.flushes = flushes;
    this.delivery = delivery;
    this.clock = clock;
  }

  /** What was held for one that has ended expires. */
  void flush(LiveMessage.Flush due) {
    subscriptions
        .find(due.organization(), due.subscription())
        .ifPresent(
            found -> {
              if (found.state() instanceof State.Connected connection) {
                flush(found, connection);
              }
            });
  }

  private void flush(Subscription subscription, State.Connected connection) {
    if (subscription.isOver(clock.instant())) {
      delivery.close(subscription, connection);
      return;
    }
    List<Held> held = pacing.flush(subscription, clock.instant());
    if (!held.isEmpty()) {
      deliver(subscription, connection, held);
    }
  }

  private void deliver(Subscription subscription, State.Connected connection, List<Held> held) {
    Content content = Content.merged(held.stream().map(Held::content).toList());
    if (delivery.settled(subscription, connection, content)) {
      pacing.forget(subscription, held);
      failures.over(subscription);
    } else {
      again(subscription);
    }
  }

  private void again(Subscription subscription) {
    Instant at = clock.instant().plus(AGAIN);
    if (pacing.arm(subscription, at, clock.instant())) {
      flushes.put(new LiveMessage.Flush(subscription.organization(), subscription.id(), at));
    }
  }
}
