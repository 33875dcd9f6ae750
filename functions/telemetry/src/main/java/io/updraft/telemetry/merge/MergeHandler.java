package io.updraft.telemetry.merge;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.updraft.lambda.Environment;
import io.updraft.telemetry.domain.Definitions;
import io.updraft.telemetry.domain.MergeStore;
import io.updraft.telemetry.dynamodb.DynamoMergeStore;
import io.updraft.telemetry.dynamodb.TelemetryStores;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;

/** Merges devices that are due, until none is or the time is up; trigger: a schedule. */
public final class MergeHandler implements RequestStreamHandler {
  private final MergeDue mergeDue;

  public MergeHandler() {
    this(Environment.current());
  }

  private MergeHandler(Environment environment) {
    this(TelemetryStores.from(environment, Clock.systemUTC()));
  }

  private MergeHandler(TelemetryStores stores) {
    this(
        new DynamoMergeStore(stores.dynamo(), stores.tables()),
        stores.definitions(),
        stores.clock());
  }

  MergeHandler(MergeStore store, Definitions definitions, Clock clock) {
    this.mergeDue = new MergeDue(store, new MergeDevice(store, definitions, clock), clock);
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    mergeDue.run(context::getRemainingTimeInMillis);
  }
}
