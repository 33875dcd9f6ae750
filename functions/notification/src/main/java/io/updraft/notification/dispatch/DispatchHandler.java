package io.updraft.notification.dispatch;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.DynamoClients;
import io.updraft.events.json.EventJson;
import io.updraft.lambda.Environment;
import io.updraft.live.published.LiveFeed;
import io.updraft.live.published.PublishedLive;
import io.updraft.notification.domain.Notifiable;
import io.updraft.notification.domain.Outgoing;
import io.updraft.notification.sqs.SqsOutgoing;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/**
 * On the outbox's stream, insertions only: what somebody may want to be told of goes on the queue
 * of notifications, and what becomes of alerts on that of live data. Without a notification service
 * ({@code NOTIFICATION_QUEUE_URL}) there is live data only.
 */
public final class DispatchHandler implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
  private final EventJson json = new EventJson();
  private final Outgoing outgoing;
  private final ShowAlerts showAlerts;

  public DispatchHandler() {
    this(Environment.current());
  }

  private DispatchHandler(Environment environment) {
    this(
        SqsOutgoing.from(environment).orElse(_ -> Set.of()),
        PublishedLive.feed(
            new Dynamo(DynamoClients.create(environment)), environment, Clock.systemUTC()));
  }

  DispatchHandler(Outgoing outgoing, LiveFeed feed) {
    this.outgoing = outgoing;
    this.showAlerts = new ShowAlerts(feed);
  }

  /** From the first that the queue refused everything comes again; the service knows repeats. */
  @Override
  public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
    List<OutboxEntry> entries =
        event.getRecords().stream().map(record -> OutboxEntry.of(record, json)).toList();
    showAlerts.show(entries);
    List<OutboxEntry> notifiable = entries.stream().filter(DispatchHandler::isNotifiable).toList();
    Set<Integer> refused = outgoing.put(notifiable.stream().map(OutboxEntry::text).toList());
    return new StreamsEventResponse(
        refused.stream()
            .sorted()
            .map(position -> new BatchItemFailure(notifiable.get(position).number()))
            .toList());
  }

  private static boolean isNotifiable(OutboxEntry entry) {
    return entry.envelope().filter(envelope -> Notifiable.is(envelope.data())).isPresent();
  }
}
