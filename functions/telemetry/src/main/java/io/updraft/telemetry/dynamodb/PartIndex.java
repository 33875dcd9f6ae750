package io.updraft.telemetry.dynamodb;

import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.PartitionQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of a device has been merged: its metrics, and where a part begins. */
record PartIndex(Dynamo dynamo, String table, String pk) {
  /** Items that are there for the device's metrics. */
  List<Item> metrics() {
    PartitionQuery query =
        PartitionQuery.of(
            table,
            "pk = :pk AND begins_with(sk, :prefix)",
            v -> v.text(":pk", pk).text(":prefix", SeriesKeys.METRIC));
    return Pages.all(dynamo, query);
  }

  /** Of the day of a time, the last part that begins no later. */
  @Nullable Item startingBefore(String metric, long time) {
    String key = SeriesKeys.part(metric, time);
    PartitionQuery query =
        PartitionQuery.of(
                table,
                "pk = :pk AND sk BETWEEN :day AND :key",
                v ->
                    v.text(":pk", pk)
                        .text(":day", key.substring(0, key.lastIndexOf('#') + 1))
                        .text(":key", key))
            .newestFirst()
            .limited(1);
    List<Item> found = dynamo.query(query).items();
    return found.isEmpty() ? null : found.getFirst();
  }
}
