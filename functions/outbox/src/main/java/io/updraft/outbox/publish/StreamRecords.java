package io.updraft.outbox.publish;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import io.updraft.outbox.domain.OutboxEvent;
import java.util.Map;

/** Reads records of the outbox table's stream. */
final class StreamRecords {
  private StreamRecords() {}

  static OutboxEvent event(DynamodbStreamRecord change) {
    Map<String, AttributeValue> item = change.getDynamodb().getNewImage();
    return new OutboxEvent(text(item, "pk"), text(item, "sk"), text(item, "event"));
  }

  /** By which a failure is reported. */
  static String number(DynamodbStreamRecord change) {
    return change.getDynamodb().getSequenceNumber();
  }

  /** Empty where it is absent, which the reader of events then finds to be none. */
  private static String text(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    return value == null || value.getS() == null ? "" : value.getS();
  }
}
