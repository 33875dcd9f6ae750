package io.updraft.live.deliver;

import io.updraft.live.domain.Subscription;
import io.updraft.live.domain.Subscriptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The subscriptions of an organization, read at most once a second, whatever it sends. What ends
 * meanwhile is sent nothing more, since its connection is gone.
 */
final class RecentSubscriptions {
  static final Duration KEPT = Duration.ofSeconds(1);

  /** They can be large; reading again costs little. */
  private static final int MOST_KEPT = 100;

  private final Subscriptions subscriptions;
  private final Clock clock;
  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

  private record Kept(List<Subscription> subscriptions, Instant until) {}

  RecentSubscriptions(Subscriptions subscriptions, Clock clock) {
    this.subscriptions = subscriptions;
    this.clock = clock;
  }

  List<Subscription> of(String organization) {
    Instant now = clock.instant();
    Kept recent = kept.get(organization);
    if (recent != null && now.isBefore(recent.until())) {
      return recent.subscriptions();
    }
    if (kept.size() >= MOST_KEPT) {
      kept.clear();
    }
    List<Subscription> read = subscriptions.of(organization);
    kept.put(organization, new Kept(read, now.plus(KEPT)));
    return read;
  }
}
