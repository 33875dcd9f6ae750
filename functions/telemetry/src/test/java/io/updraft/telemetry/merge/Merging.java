package io.updraft.telemetry.merge;

import io.updraft.telemetry.dynamodb.DynamoMergeStore;
import io.updraft.telemetry.dynamodb.TelemetryStores;

/** Runs the merging of what is due, as its schedule does. */
public final class Merging {
  private static final int MINUTE = 60_000;

  private final MergeDue mergeDue;

  public Merging(TelemetryStores stores) {
    DynamoMergeStore store = new DynamoMergeStore(stores.dynamo(), stores.tables());
    mergeDue =
        new MergeDue(
            store, new MergeDevice(store, stores.definitions(), stores.clock()), stores.clock());
  }

  public void run() {
    mergeDue.run(() -> MINUTE);
  }
}
