package io.updraft.device.dynamodb;

import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Key;
import io.updraft.dynamodb.PartitionQuery;

/**
 * Maintained numbers of devices: {@code pk} = organization, {@code COUNT}, what is counted and its
 * name, {@code sk} = shard. They move in the transaction that moves the device, so their sum is
 * exact.
 */
record DeviceCounts(String table) {

  /** What devices are counted by. */
  enum By {
    GROUP,
    MODEL
  }

  /** One device more or less. */
  Guarded move(String organization, By by, String name, String deviceId, long change) {
    Key key =
        new Key(partition(organization, by, name), Integer.toString(DeviceShards.of(deviceId)));
    return Guarded.update(table, key, "ADD n :change").with(v -> v.number(":change", change));
  }

  long sum(Dynamo dynamo, String organization, By by, String name) {
    String partition = partition(organization, by, name);
    PartitionQuery shards =
        PartitionQuery.of(table, "pk = :pk", v -> v.text(":pk", partition)).consistently();
    return dynamo.query(shards).items().stream().mapToLong(i -> i.number("n")).sum();
  }

  private static String partition(String organization, By by, String name) {
    return Key.join(organization, "COUNT", by.name(), name);
  }
}
