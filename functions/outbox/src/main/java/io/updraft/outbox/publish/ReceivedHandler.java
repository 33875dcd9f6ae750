package io.updraft.outbox.publish;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.updraft.lambda.Environment;
import io.updraft.outbox.domain.OutboxEvent;
import io.updraft.outbox.domain.PublishInOrder;
import io.updraft.outbox.domain.Published;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Announces {@code telemetry.data.received}; trigger: a FIFO queue, on which {@code
 * TelemetryDispatch} puts the announcements. Reports the message with the first that is neither
 * acknowledged nor set aside and all after it, so that they come again in order.
 */
public final class ReceivedHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private final QueuedEvents reader = new QueuedEvents();
  private final PublishInOrder events;
  private final PublishReport report;

  public ReceivedHandler() {
    this(Publishing.from(Environment.current(), Clock.systemUTC()), Clock.systemUTC());
  }

  ReceivedHandler(PublishInOrder events, Clock clock) {
    this.events = events;
    this.report = new PublishReport(clock);
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    List<OutboxEvent> batch = new ArrayList<>();
    List<SQSMessage> messageOf = new ArrayList<>();
    for (SQSMessage message : event.getRecords()) {
      for (OutboxEvent queued : reader.read(message)) {
        batch.add(queued);
        messageOf.add(message);
      }
    }
    Published published = events.publish(batch);
    context.getLogger().log(report.line(published));
    return new SQSBatchResponse(failures(event.getRecords(), messageOf, published));
  }

  private static List<BatchItemFailure> failures(
      List<SQSMessage> messages, List<SQSMessage> messageOf, Published published) {
    Published.Stopped stopped = published.stopped();
    if (stopped == null) {
      return List.of();
    }
    int first = messages.indexOf(messageOf.get(stopped.position()));
    return messages.subList(first, messages.size()).stream()
        .map(message -> new BatchItemFailure(message.getMessageId()))
        .toList();
  }
}
