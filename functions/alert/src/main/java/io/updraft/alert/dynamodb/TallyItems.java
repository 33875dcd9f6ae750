package io.updraft.alert.dynamodb;

import io.updraft.alert.domain.AlertCounts;
import io.updraft.alert.domain.AlertTallies;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.Key;
import io.updraft.dynamodb.PartitionQuery;

/**
 * Counts in the alerts table: partition {@code organization#COUNTS}, sorted by slot. The slots,
 * chosen by the batch, keep the shards of the stream from meeting at one item, and a repeated batch
 * finds itself in the item as the last that was counted there.
 */
public final class TallyItems implements AlertTallies {
  private static final int SLOTS = 16;

  private final Dynamo dynamo;
  private final String table;

  /**
   * @param table name of the alerts table
   */
  public TallyItems(Dynamo dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public void add(String organization, String batch, AlertCounts more) {
    String slot = "%02d".formatted(Math.floorMod(batch.hashCode(), SLOTS));
    dynamo.write(
        Guarded.update(
                table,
                new Key(partition(organization), slot),
                "SET last_batch = :batch ADD active :active, critical :critical")
            .when("attribute_not_exists(last_batch) OR last_batch <> :batch")
            .with(v -> v.text(":batch", batch).number(":active", more.active()))
            .with(v -> v.number(":critical", more.critical())));
  }

  @Override
  public AlertCounts of(String organization) {
    PartitionQuery all =
        PartitionQuery.of(table, "pk = :pk", v -> v.text(":pk", partition(organization)));
    return dynamo.query(all).items().stream()
        .map(TallyItems::counts)
        .reduce(AlertCounts.NONE, AlertCounts::plus);
  }

  private static AlertCounts counts(Item item) {
    return new AlertCounts(item.number("active"), item.number("critical"));
  }

  private static String partition(String organization) {
    return Key.join(organization, "COUNTS");
  }
}
