package io.updraft.live.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Subscriptions, connections and their pace in memory. */
public class InMemoryLive implements Subscriptions, Connections, Pacing, Failures {
  public final Map<SubscriptionId, Subscription> subscriptions = new LinkedHashMap<>();
  public final Set<SubscriptionId> ended = new HashSet<>();
  private final Map<SubscriptionId, Instant> next = new HashMap<>();
  private final Map<SubscriptionId, Instant> armed = new HashMap<>();
  private final Map<SubscriptionId, List<Held>> held = new HashMap<>();
  private final Map<SubscriptionId, Integer> failures = new HashMap<>();

  @Override
  public boolean add(Subscription waiting) {
    if (subscriptions.size() >= Subscription.MOST) {
      return false;
    }
    subscriptions.put(waiting.id(), waiting);
    return true;
  }

  @Override
  public Optional<Subscription> find(String organization, SubscriptionId id) {
    return Optional.ofNullable(subscriptions.get(id))
        .filter(found -> found.organization().equals(organization));
  }

  @Override
  public List<Subscription> of(String organization) {
    return subscriptions.values().stream()
        .filter(one -> one.organization().equals(organization))
        .toList();
  }

  @Override
  public void end(Subscription subscription) {
    if (subscriptions.remove(subscription.id(), subscription)) {
      ended.add(subscription.id());
    }
  }

  @Override
  public boolean hasEnded(String organization, SubscriptionId id) {
    return ended.contains(id);
  }

  @Override
  public boolean take(Subscription waiting, Subscription connected) {
    return subscriptions.replace(waiting.id(), waiting, connected);
  }

  @Override
  public Optional<Subscription> subscriptionOf(String connectionId) {
    return subscriptions.values().stream()
        .filter(
            one ->
                one.state() instanceof Subscription.State.Connected connected
                    && connected.connectionId().equals(connectionId))
        .findFirst();
  }

  @Override
  public Turn claim(Subscription subscription, Instant now) {
    Instant at = next.getOrDefault(subscription.id(), now);
    if (at.isAfter(now) || armed.containsKey(subscription.id())) {
      return new Turn.Later(at.isAfter(now) ? at : now);
    }
    next.put(subscription.id(), now.plus(subscription.pace()));
    return new Turn.Now();
  }

  @Override
  public void hold(Subscription subscription, Content content, Instant now) {
    held(subscription).add(new Held("h" + held(subscription).size(), content));
  }

  @Override
  public boolean arm(Subscription subscription, Instant at, Instant now) {
    return armed.putIfAbsent(subscription.id(), at) == null;
  }

  @Override
  public List<Held> flush(Subscription subscription, Instant now) {
    armed.remove(subscription.id());
    next.put(subscription.id(), now.plus(subscription.pace()));
    return List.copyOf(held(subscription));
  }

  @Override
  public void forget(Subscription subscription, List<Held> forgotten) {
    held(subscription).removeAll(forgotten);
  }

  public List<Held> held(Subscription subscription) {
    return held.computeIfAbsent(subscription.id(), _ -> new ArrayList<>());
  }

  @Override
  public boolean tooMany(Subscription subscription) {
    return failures.merge(subscription.id(), 1, Integer::sum) >= 5;
  }

  @Override
  public void over(Subscription subscription) {
    failures.remove(subscription.id());
  }
}
