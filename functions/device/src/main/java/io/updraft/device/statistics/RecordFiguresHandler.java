package io.updraft.device.statistics;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import io.updraft.device.dynamodb.DeviceStores;
import io.updraft.device.dynamodb.TallyFigures;
import io.updraft.device.published.TallyName;
import io.updraft.lambda.Environment;
import io.updraft.lambda.StreamBatch;
import java.time.Clock;
import java.util.List;

/** On the stream of the tallies table: each tally that changed is told once per batch. */
public final class RecordFiguresHandler
    implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
  private final TallyFigures figures;

  public RecordFiguresHandler() {
    this(Environment.current());
  }

  private RecordFiguresHandler(Environment environment) {
    this(
        DeviceStores.from(environment, "TALLIES_TABLE")
            .figures(environment.text("STATISTICS_TABLE"), Clock.systemUTC()));
  }

  RecordFiguresHandler(TallyFigures figures) {
    this.figures = figures;
  }

  /** A failure brings the whole batch again; telling a tally twice changes nothing. */
  @Override
  public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
    event.getRecords().stream()
        .map(record -> TallyName.ofPartitionKey(StreamBatch.partitionKey(record)))
        .distinct()
        .forEach(figures::tell);
    return new StreamsEventResponse(List.of());
  }
}
