package io.updraft.live.subscribe;

import io.updraft.live.domain.Filters;
import io.updraft.live.domain.LiveToken;
import io.updraft.live.domain.Subscription;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A subscription as the answer shows it.
 *
 * @param expiresAt until when the token is good
 */
record SubscriptionView(
    String subscriptionId,
    String websocketUrl,
    String token,
    Instant expiresAt,
    List<String> deviceIds,
    List<String> metricNames,
    Map<String, String> tags,
    boolean points,
    boolean alerts,
    long maxFrequency) {

  static SubscriptionView of(Subscription subscription, LiveToken token, String url) {
    Filters filters = subscription.filters();
    return new SubscriptionView(
        subscription.id().text(),
        url,
        token.reveal(),
        subscription.state().until(),
        sorted(filters.devices()),
        sorted(filters.metrics()),
        new TreeMap<>(filters.tags()),
        filters.points(),
        filters.alerts(),
        subscription.pace().toMillis());
  }

  private static List<String> sorted(Collection<String> texts) {
    return texts.stream().sorted().toList();
  }
}
