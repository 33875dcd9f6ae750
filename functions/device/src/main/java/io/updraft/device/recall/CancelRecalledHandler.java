package io.updraft.device.recall;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import io.updraft.device.domain.UpdateIndex;
import io.updraft.device.domain.Updates;
import io.updraft.device.dynamodb.DeviceStores;
import io.updraft.lambda.Environment;
import io.updraft.lambda.StreamBatch;
import java.time.Clock;

/** On the stream of the firmware table, for clearances that became recalled. */
public final class CancelRecalledHandler
    implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
  private final CancelRecalled cancelRecalled;

  public CancelRecalledHandler() {
    this(DeviceStores.from(Environment.current()));
  }

  private CancelRecalledHandler(DeviceStores stores) {
    this(stores.index(), stores.updates(), Clock.systemUTC());
  }

  CancelRecalledHandler(UpdateIndex index, Updates updates, Clock clock) {
    cancelRecalled = new CancelRecalled(index, updates, clock);
  }

  @Override
  public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
    return StreamBatch.inOrder(event, record -> cancel(StreamBatch.partitionKey(record)));
  }

  /** The partition key of a clearance: organization and firmware. */
  private void cancel(String pk) {
    String[] parts = pk.split("#", -1);
    cancelRecalled.cancelAll(parts[0], parts[1]);
  }
}
