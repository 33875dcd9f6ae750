package io.updraft.alert.trigger;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import io.updraft.alert.dynamodb.AlertStores;
import io.updraft.alert.moves.RaiseAlert;
import io.updraft.alert.moves.RandomIds;
import io.updraft.lambda.Environment;
import io.updraft.lambda.StreamBatch;
import io.updraft.telemetry.published.PublishedTelemetry;
import java.time.Clock;

/**
 * Judges what devices send; trigger: the DynamoDB stream of the arrivals table, insertions only,
 * each device in its order. From the first arrival that fails on everything comes again.
 */
public final class TriggerHandler implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
  private final JudgeArrival judgeArrival;

  public TriggerHandler() {
    this(AlertStores.from(Environment.current(), Clock.systemUTC()));
  }

  TriggerHandler(AlertStores stores) {
    this(
        new JudgeArrival(
            new CurrentRules(stores.rules()),
            new Rates(stores.points()),
            new Silence(stores.watches(), stores.clock()),
            stores.fleet(),
            new RaiseAlert(stores.standings(), stores.alerts(), new RandomIds(), stores.clock())));
  }

  TriggerHandler(JudgeArrival judgeArrival) {
    this.judgeArrival = judgeArrival;
  }

  @Override
  public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
    JudgeArrival.Batch batch = judgeArrival.batch();
    return StreamBatch.inOrder(event, record -> batch.judge(PublishedTelemetry.arrived(record)));
  }
}
