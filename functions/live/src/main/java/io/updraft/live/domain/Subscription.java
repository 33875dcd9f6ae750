package io.updraft.live.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * What somebody wants to see, and where it goes.
 *
 * @param createdBy the user who asked for it
 * @param pace the least time between two messages with points
 * @param credentialsEnd until when the credentials were good with which it was asked for
 */
public record Subscription(
    SubscriptionId id,
    String organization,
    String createdBy,
    Filters filters,
    Duration pace,
    Instant createdAt,
    Instant credentialsEnd,
    State state) {
  /** As many connections can be asked for, or be there, in one organization at a time. */
  public static final int MOST = 100;

  /** As long as API Gateway keeps a connection. */
  private static final Duration LONGEST = Duration.ofHours(2);

  /** Where it is in its life, which ends by itself. */
  public sealed interface State {
    /** When it ends. */
    Instant until();

    /** Nobody has come with its token. */
    record Waiting(String tokenHash, Instant until) implements State {}

    /** Somebody has. */
    record Connected(String connectionId, Instant since, Instant until) implements State {}
  }

  /** The same, with a connection that lasts no longer than the credentials behind it. */
  public Subscription connected(String connectionId, Instant now) {
    Instant longest = now.plus(LONGEST);
    Instant until = credentialsEnd.isBefore(longest) ? credentialsEnd : longest;
    return new Subscription(
        id,
        organization,
        createdBy,
        filters,
        pace,
        createdAt,
        credentialsEnd,
        new State.Connected(connectionId, now, until));
  }

  public boolean isOver(Instant now) {
    return !now.isBefore(state.until());
  }
}
