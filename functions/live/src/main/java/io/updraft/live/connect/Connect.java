package io.updraft.live.connect;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.updraft.live.domain.Connections;
import io.updraft.live.domain.LiveToken;
import io.updraft.live.domain.Subscription;
import io.updraft.live.domain.Subscription.State;
import io.updraft.live.domain.Subscriptions;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Gives a connection to the subscription whose token it comes with. A token is good once. */
final class Connect {
  private final Subscriptions subscriptions;
  private final Connections connections;
  private final Clock clock;

  Connect(Subscriptions subscriptions, Connections connections, Clock clock) {
    this.subscriptions = subscriptions;
    this.connections = connections;
    this.clock = clock;
  }

  /** Whether the connection may be. */
  boolean connect(String token, String connectionId) {
    Instant now = clock.instant();
    return LiveToken.parse(token)
        .flatMap(given -> waiting(given, now))
        .filter(found -> connections.take(found, found.connected(connectionId, now)))
        .isPresent();
  }

  private Optional<Subscription> waiting(LiveToken token, Instant now) {
    return subscriptions
        .find(token.organization(), token.subscription())
        .filter(found -> !found.isOver(now) && now.isBefore(found.credentialsEnd()))
        .filter(
            found ->
                found.state() instanceof State.Waiting waiting
                    && same(waiting.tokenHash(), token.hash()));
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(one.getBytes(US_ASCII), other.getBytes(US_ASCII));
  }
}
