package io.updraft.live.domain;

import java.util.List;
import java.util.Optional;

/** The subscriptions of all organizations. */
public interface Subscriptions {
  /** Adds one that waits for its connection; false where the organization has as many as it may. */
  boolean add(Subscription waiting);

  Optional<Subscription> find(String organization, SubscriptionId id);

  /** All of an organization, a moment old. */
  List<Subscription> of(String organization);

  /** Ends it, whoever else does at the same time; not where it is connected by now. */
  void end(Subscription subscription);

  /** Whether there was one with this id that has ended lately. */
  boolean hasEnded(String organization, SubscriptionId id);
}
