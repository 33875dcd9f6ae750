package io.updraft.notification.dispatch;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import io.updraft.events.json.EventJson;
import io.updraft.events.json.ReadResult;
import io.updraft.lambda.Environment;
import io.updraft.notification.domain.Notifiable;
import io.updraft.notification.domain.Outgoing;
import io.updraft.notification.sqs.SqsOutgoing;
import java.util.List;
import java.util.Set;

/**
 * On the outbox's stream, insertions only: what somebody may want to be told of goes on the queue.
 * Without a queue ({@code NOTIFICATION_QUEUE_URL}) it does nothing.
 */
public final class DispatchHandler implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
  private final EventJson json = new EventJson();
  private final Outgoing outgoing;

  public DispatchHandler() {
    this(SqsOutgoing.from(Environment.current()).orElse(_ -> Set.of()));
  }

  DispatchHandler(Outgoing outgoing) {
    this.outgoing = outgoing;
  }

  /** From the first that the queue refused everything comes again; the service knows repeats. */
  @Override
  public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
    List<DynamodbStreamRecord> notifiable =
        event.getRecords().stream().filter(record -> notifiable(text(record))).toList();
    Set<Integer> refused = outgoing.put(notifiable.stream().map(DispatchHandler::text).toList());
    return new StreamsEventResponse(
        refused.stream()
            .sorted()
            .map(position -> notifiable.get(position).getDynamodb().getSequenceNumber())
            .map(BatchItemFailure::new)
            .toList());
  }

  private boolean notifiable(String text) {
    return json.read(text) instanceof ReadResult.Known known
        && Notifiable.is(known.envelope().data());
  }

  private static String text(DynamodbStreamRecord record) {
    AttributeValue event = record.getDynamodb().getNewImage().get("event");
    return event == null || event.getS() == null ? "" : event.getS();
  }
}
