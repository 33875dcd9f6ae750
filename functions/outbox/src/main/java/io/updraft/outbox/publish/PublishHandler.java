package io.updraft.outbox.publish;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import io.updraft.lambda.Environment;
import io.updraft.outbox.domain.PublishInOrder;
import java.time.Clock;

/** Publishes the changes of the outbox table; trigger: its DynamoDB stream, insertions only. */
public final class PublishHandler implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
  private final StreamPublisher publisher;

  public PublishHandler() {
    this.publisher = StreamPublisher.from(Environment.current(), StreamRecords::event);
  }

  PublishHandler(PublishInOrder events, Clock clock) {
    this.publisher = new StreamPublisher(StreamRecords::event, events, clock);
  }

  @Override
  public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
    return publisher.publish(event, context);
  }
}
