package io.updraft.dynamodb;

import io.updraft.events.Envelope;
import io.updraft.events.json.EventJson;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The outbox: where an event is written in the transaction of the change that it announces.
 *
 * <p>Key: {@code pk} = organization and entity, {@code sk} = sequence. Events of one entity share a
 * partition, so that the table's stream carries them in order, and one sequence number can be
 * written only once. Kept for seven days, so that an outage of NATS can be made good.
 */
public final class Outbox {
  /** How long an event can be published again. */
  public static final Duration KEPT = Duration.ofDays(7);

  private final String table;
  private final EventJson json = new EventJson();

  public Outbox(String table) {
    this.table = table;
  }

  /** Refused when the sequence number of this entity was taken already. */
  public Guarded write(Envelope event) {
    return Guarded.create(table, attributes(event));
  }

  private Map<String, AttributeValue> attributes(Envelope event) {
    return Item.build()
        .text("pk", Key.join(event.organizationId().orElseThrow(), String.valueOf(event.subject())))
        .text("sk", "%012d".formatted(event.sequence().orElseThrow()))
        .text("event", json.writeText(event))
        .expiry("expires_at", event.timestamp().plus(KEPT))
        .attributes();
  }
}
