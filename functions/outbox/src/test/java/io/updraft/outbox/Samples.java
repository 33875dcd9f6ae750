package io.updraft.outbox;

import io.updraft.events.DeviceDeleted;
import io.updraft.events.Envelope;
import io.updraft.events.Event;
import io.updraft.events.Origin;
import io.updraft.events.UpdateStarted;
import io.updraft.events.json.EventJson;
import io.updraft.outbox.domain.OutboxEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** Events as contexts write them. */
public final class Samples {
  public static final String ORGANIZATION = "acme";
  public static final Instant COMMITTED = Instant.parse("2026-11-24T06:00:00.123Z");
  public static final String TRACEPARENT =
      "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  private static final EventJson JSON = new EventJson();

  private Samples() {}

  /** The event with this number of an update. */
  public static Envelope envelope(String update, long sequence) {
    return envelope(update, sequence, COMMITTED, "1.2.3");
  }

  public static Envelope envelope(String update, long sequence, Instant committed) {
    return envelope(update, sequence, committed, "1.2.3");
  }

  public static OutboxEvent event(String update, long sequence) {
    return entry(envelope(update, sequence));
  }

  /** An event whose JSON is larger than this number of bytes. */
  public static OutboxEvent large(String update, long sequence, int bytes) {
    return entry(envelope(update, sequence, COMMITTED, "1".repeat(bytes)));
  }

  /** An event that belongs into the stream of the device service. */
  public static OutboxEvent deviceDeleted(String device) {
    return entry(envelope(new DeviceDeleted(device, null, null, COMMITTED), 1));
  }

  public static OutboxEvent entry(Envelope envelope) {
    return new OutboxEvent(
        ORGANIZATION + "#" + envelope.subject(),
        "%012d".formatted(envelope.sequence().orElseThrow()),
        JSON.writeText(envelope));
  }

  private static Envelope envelope(
      String update, long sequence, Instant committed, String version) {
    return envelope(new UpdateStarted(update, "dev-1", "fw-1", version, null, committed), sequence);
  }

  private static Envelope envelope(Event event, long sequence) {
    String identity = event.subject() + "/" + sequence;
    return Envelope.of(
        event,
        new Origin(ORGANIZATION, "req-1", TRACEPARENT),
        sequence,
        UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)));
  }
}
