package io.updraft.outbox.publish;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import io.updraft.lambda.Environment;
import io.updraft.outbox.domain.PublishInOrder;
import java.time.Clock;

/**
 * Announces {@code telemetry.data.received}; trigger: the DynamoDB stream of the arrivals table,
 * insertions only. The one event without a place in the outbox: it is made of the stored batch
 * itself, so that it costs no write.
 */
public final class ReceivedHandler implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
  private final StreamPublisher publisher;

  public ReceivedHandler() {
    this.publisher = StreamPublisher.from(Environment.current(), new ArrivalRecords()::event);
  }

  ReceivedHandler(PublishInOrder events, Clock clock) {
    this.publisher = new StreamPublisher(new ArrivalRecords()::event, events, clock);
  }

  @Override
  public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
    return publisher.publish(event, context);
  }
}
