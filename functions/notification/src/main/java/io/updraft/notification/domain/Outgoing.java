package io.updraft.notification.domain;

import java.util.List;
import java.util.Set;

/** The queue before the sender: what is on it does not depend on the service being there. */
@FunctionalInterface
public interface Outgoing {
  /**
   * Puts events on the queue, each as it is in the outbox; returns the positions of those refused.
   */
  Set<Integer> put(List<String> events);
}
