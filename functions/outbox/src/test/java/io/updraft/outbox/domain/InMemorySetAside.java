package io.updraft.outbox.domain;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reasons by event; can be full. */
final class InMemorySetAside implements SetAside {
  final Map<OutboxEvent, String> reasons = new LinkedHashMap<>();
  boolean full;

  @Override
  public boolean keep(OutboxEvent event, String reason, Instant at) {
    if (!full) {
      reasons.put(event, reason);
    }
    return !full;
  }
}
