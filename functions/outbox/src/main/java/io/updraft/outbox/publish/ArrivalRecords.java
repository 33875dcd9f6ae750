package io.updraft.outbox.publish;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import io.updraft.events.Envelope;
import io.updraft.events.Origin;
import io.updraft.events.TelemetryDataReceived;
import io.updraft.events.json.EventJson;
import io.updraft.outbox.domain.OutboxEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads records of the arrivals table's stream: what a device sent in one request, as {@code pk}
 * (organization and device), {@code sk} (arrival), {@code points}, {@code metrics}, {@code at}, and
 * the request it came with. The id of the event is a function of the keys, so that a record that
 * comes again is announced as the same event.
 */
final class ArrivalRecords {
  private final EventJson json = new EventJson();

  OutboxEvent event(DynamodbStreamRecord change) {
    Map<String, AttributeValue> item = change.getDynamodb().getNewImage();
    String pk = required(item, "pk").getS();
    String sk = required(item, "sk").getS();
    return new OutboxEvent(
        pk, sk, json.writeText(envelope(pk.split("#", -1), pk + "#" + sk, item)));
  }

  private static Envelope envelope(
      String[] owner, String identity, Map<String, AttributeValue> item) {
    TelemetryDataReceived received =
        new TelemetryDataReceived(
            owner[1],
            Integer.parseInt(required(item, "metrics").getN()),
            Integer.parseInt(required(item, "points").getN()),
            Instant.parse(required(item, "at").getS()));
    Origin origin = new Origin(owner[0], text(item, "correlation_id"), text(item, "traceparent"));
    UUID id = UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8));
    return Envelope.unsequenced(received, origin, id);
  }

  private static AttributeValue required(Map<String, AttributeValue> item, String name) {
    return Objects.requireNonNull(item.get(name), name);
  }

  private static @Nullable String text(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    return value == null ? null : value.getS();
  }
}
