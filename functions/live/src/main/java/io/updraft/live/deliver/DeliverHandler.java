package io.updraft.live.deliver;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.DynamoClients;
import io.updraft.lambda.Environment;
import io.updraft.live.dynamodb.LiveTable;
import io.updraft.live.dynamodb.Paces;
import io.updraft.live.sockets.ApiGatewaySockets;
import io.updraft.live.sqs.SqsFlushes;
import io.updraft.sqs.SqsQueue;
import java.time.Clock;

/**
 * On the live queue: news to those who watch, and flushes of what was held back for them. What
 * fails comes again by itself, three times; then it lies with the dead letters.
 */
public final class DeliverHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private final DeliverNews deliverNews;
  private final FlushHeld flushHeld;
  private final Pause pause;

  public DeliverHandler() {
    this(ports(Environment.current(), Clock.systemUTC()));
  }

  private static DeliverPorts ports(Environment environment, Clock clock) {
    Dynamo dynamo = new Dynamo(DynamoClients.create(environment));
    String table = environment.text("LIVE_TABLE");
    Paces paces = new Paces(dynamo, table);
    return new DeliverPorts(
        new LiveTable(dynamo, table, clock),
        paces,
        paces,
        ApiGatewaySockets.from(environment),
        new SqsFlushes(SqsQueue.named(environment, "LIVE_QUEUE_URL"), clock),
        Pause.on(clock),
        clock);
  }

  DeliverHandler(DeliverPorts ports) {
    deliverNews = ports.deliverNews();
    flushHeld = ports.flushHeld();
    pause = ports.pause();
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    Batch batch = new Batch(event.getRecords());
    batch.eachNews(deliverNews::deliver);
    batch.eachFlush(
        flush -> {
          pause.until(flush.due());
          flushHeld.flush(flush);
        });
    return new SQSBatchResponse(batch.failed().stream().map(BatchItemFailure::new).toList());
  }
}
