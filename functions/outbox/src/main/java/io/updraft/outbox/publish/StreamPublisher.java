package io.updraft.outbox.publish;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.DynamoClients;
import io.updraft.lambda.Environment;
import io.updraft.outbox.domain.OutboxEvent;
import io.updraft.outbox.domain.PublishInOrder;
import io.updraft.outbox.domain.Published;
import io.updraft.outbox.dynamodb.DynamoDbSetAside;
import io.updraft.outbox.json.JsonMessageReader;
import io.updraft.outbox.nats.NatsBroker;
import io.updraft.outbox.nats.NatsSettings;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/**
 * Publishes what a table's stream tells of, insertions only. Reports the first record that is
 * neither acknowledged nor set aside, from which on everything comes again.
 */
final class StreamPublisher {
  private static final String INSERTION = "INSERT";

  private final Function<DynamodbStreamRecord, OutboxEvent> reader;
  private final PublishInOrder events;
  private final PublishReport report;

  StreamPublisher(
      Function<DynamodbStreamRecord, OutboxEvent> reader, PublishInOrder events, Clock clock) {
    this.reader = reader;
    this.events = events;
    this.report = new PublishReport(clock);
  }

  /** To the broker and the place for what it refuses that the environment names. */
  static StreamPublisher from(
      Environment environment, Function<DynamodbStreamRecord, OutboxEvent> reader) {
    Clock clock = Clock.systemUTC();
    PublishInOrder events =
        new PublishInOrder(
            new JsonMessageReader(),
            new NatsBroker(NatsSettings.from(environment)),
            new DynamoDbSetAside(
                new Dynamo(DynamoClients.create(environment)), environment.text("SET_ASIDE_TABLE")),
            clock);
    return new StreamPublisher(reader, events, clock);
  }

  StreamsEventResponse publish(DynamodbEvent event, Context context) {
    List<DynamodbStreamRecord> insertions =
        event.getRecords().stream().filter(r -> INSERTION.equals(r.getEventName())).toList();
    Published published = events.publish(insertions.stream().map(reader).toList());
    context.getLogger().log(report.line(published));
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
