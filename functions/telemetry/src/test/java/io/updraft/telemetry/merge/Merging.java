package io.updraft.telemetry.merge;

import io.updraft.telemetry.domain.MergeStore;
import io.updraft.telemetry.dynamodb.DynamoMergeStore;
import io.updraft.telemetry.dynamodb.TelemetryStores;
import java.time.Instant;

/** Runs the merging of what is due, as its schedule does. */
public final class Merging {
  private static final int MINUTE = 60_000;

  private final MergeDue mergeDue;
  private final MergeStore store;

  public Merging(TelemetryStores stores) {
    store = new DynamoMergeStore(stores.dynamo(), stores.tables());
    mergeDue =
        new MergeDue(
            store, new MergeDevice(store, stores.definitions(), stores.clock()), stores.clock());
  }

  public void run() {
    mergeDue.run(() -> MINUTE);
  }

  /** Devices that are due at a time. */
  public int due(Instant at) {
    return store.due(at, 1_000).size();
  }
}
