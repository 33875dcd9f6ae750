package io.updraft.notification.dispatch;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import io.updraft.events.Envelope;
import io.updraft.events.json.EventJson;
import io.updraft.events.json.ReadResult;
import java.util.Optional;

/**
 * A record of the outbox's stream.
 *
 * @param number by which a failure is reported
 * @param text the envelope as it was committed
 * @param envelope empty where it is none that is known here
 */
record OutboxEntry(String number, String text, Optional<Envelope> envelope) {
  static OutboxEntry of(DynamodbStreamRecord record, EventJson json) {
    AttributeValue event = record.getDynamodb().getNewImage().get("event");
    String text = event == null || event.getS() == null ? "" : event.getS();
    Optional<Envelope> envelope =
        json.read(text) instanceof ReadResult.Known known
            ? Optional.of(known.envelope())
            : Optional.empty();
    return new OutboxEntry(record.getDynamodb().getSequenceNumber(), text, envelope);
  }
}
