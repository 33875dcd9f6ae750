package io.updraft.dynamodb;

import io.updraft.events.Envelope;
import io.updraft.events.Origin;
import io.updraft.events.UpdateStarted;
import java.time.Instant;
import java.util.UUID;

/** Events to announce. */
final class Events {
  static final Instant COMMITTED = Instant.parse("2026-11-24T06:00:00Z");

  private Events() {}

  static Envelope of(String update, long sequence) {
    return Envelope.of(
        new UpdateStarted(update, "dev-1", "fw-1", "1.2.3", null, COMMITTED),
        Origin.of("acme"),
        sequence,
        new UUID(update.hashCode(), sequence));
  }
}
