package io.updraft.outbox.publish;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import io.updraft.lambda.Environment;
import io.updraft.outbox.domain.OutboxEvent;
import io.updraft.outbox.domain.PublishInOrder;
import io.updraft.outbox.domain.Published;
import java.time.Clock;
import java.util.List;

/**
 * Publishes the changes of the outbox table; trigger: its DynamoDB stream, insertions only. Reports
 * the first record that is neither acknowledged nor set aside, from which on everything comes
 * again.
 */
public final class PublishHandler implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
  private static final String INSERTION = "INSERT";

  private final PublishInOrder events;
  private final PublishReport report;

  public PublishHandler() {
    this(Publishing.from(Environment.current(), Clock.systemUTC()), Clock.systemUTC());
  }

  PublishHandler(PublishInOrder events, Clock clock) {
    this.events = events;
    this.report = new PublishReport(clock);
  }

  @Override
  public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
    List<DynamodbStreamRecord> insertions =
        event.getRecords().stream().filter(r -> INSERTION.equals(r.getEventName())).toList();
    List<OutboxEvent> offered = insertions.stream().map(StreamRecords::event).toList();
    Published published = events.publish(offered);
    context.getLogger().log(report.line(published, offered));
    return new StreamsEventResponse(failures(insertions, published));
  }

  private static List<BatchItemFailure> failures(
      List<DynamodbStreamRecord> records, Published published) {
    Published.Stopped stopped = published.stopped();
    return stopped == null
        ? List.of()
        : List.of(new BatchItemFailure(StreamRecords.number(records.get(stopped.position()))));
  }
}
