package io.updraft.live.deliver;

import io.updraft.live.domain.Content;
import io.updraft.live.domain.Failures;
import io.updraft.live.domain.Sockets;
import io.updraft.live.domain.Sockets.Sent;
import io.updraft.live.domain.Subscription;
import io.updraft.live.domain.Subscription.State;
import io.updraft.live.domain.Subscriptions;
import io.updraft.live.json.Frames;
import java.time.Clock;
import java.time.Duration;

/** Sends content to one connection, and ends what is gone, is over, or takes nothing. */
final class Delivery {
  /**
   * Until the answer to {@code $connect} has reached the client, API Gateway says of a connection
   * that it is gone.
   */
  private static final Duration OPENING = Duration.ofSeconds(10);

  private final Subscriptions subscriptions;
  private final Failures failures;
  private final Sockets sockets;
  private final Clock clock;

  Delivery(Subscriptions subscriptions, Failures failures, Sockets sockets, Clock clock) {
    this.subscriptions = subscriptions;
    this.failures = failures;
    this.sockets = sockets;
    this.clock = clock;
  }

  /** Whether the content need not come again. */
  boolean settled(Subscription subscription, State.Connected connection, Content content) {
    return switch (sent(connection, content)) {
      case SENT -> true;
      case GONE -> gone(subscription, connection);
      case FAILED -> failed(subscription, connection);
    };
  }

  private Sent sent(State.Connected connection, Content content) {
    for (String frame : Frames.of(content)) {
      Sent sent = sockets.send(connection.connectionId(), frame);
      if (sent != Sent.SENT) {
        return sent;
      }
    }
    return Sent.SENT;
  }

  private boolean gone(Subscription subscription, State.Connected connection) {
    boolean opening = clock.instant().isBefore(connection.since().plus(OPENING));
    if (!opening) {
      subscriptions.end(subscription);
    }
    return !opening;
  }

  private boolean failed(Subscription subscription, State.Connected connection) {
    boolean tooMany = failures.tooMany(subscription);
    if (tooMany) {
      close(subscription, connection);
    }
    return tooMany;
  }

  /** The subscription first: a crash between leaves a connection to which nothing is sent. */
  void close(Subscription subscription, State.Connected connection) {
    subscriptions.end(subscription);
    sockets.close(connection.connectionId());
  }
}
