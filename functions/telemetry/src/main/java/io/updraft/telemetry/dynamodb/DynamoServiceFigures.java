package io.updraft.telemetry.dynamodb;

import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.ItemPage;
import io.updraft.dynamodb.Key;
import io.updraft.dynamodb.PartitionQuery;
import io.updraft.telemetry.domain.Figures;
import io.updraft.telemetry.domain.ServiceFigures;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * Figures in the series table: partition {@code organization#FIGURES}, sorted by hour and slot. The
 * slots, chosen by the batch, keep the shards of a stream from meeting at one item, and a repeated
 * batch finds itself in the item as the last that was counted there.
 */
public final class DynamoServiceFigures implements ServiceFigures {
  private static final int SLOTS = 16;
  private static final int HOUR = 3_600;

  /** As long as points of a metric without a definition are kept. */
  private static final Duration KEPT = Duration.ofDays(90);

  private final Dynamo dynamo;
  private final String table;

  public DynamoServiceFigures(Dynamo dynamo, TelemetryTables tables) {
    this.dynamo = dynamo;
    this.table = tables.series();
  }

  @Override
  public void add(String organization, long hour, String batchId, Figures figures) {
    dynamo.write(
        Guarded.update(
                table,
                key(organization, hour, "", batchId),
                "SET last_batch = :batch, expires_at = :expires"
                    + " ADD requests :requests, points :points, bytes :bytes")
            .when("attribute_not_exists(last_batch) OR last_batch <> :batch")
            .with(v -> v.text(":batch", batchId).expiry(":expires", expiry(hour)))
            .with(v -> v.number(":requests", figures.requests()))
            .with(v -> v.number(":points", figures.points()).number(":bytes", figures.bytes())));
  }

  @Override
  public Map<Long, Figures> since(String organization, Instant from) {
    PartitionQuery query =
        PartitionQuery.of(
                table,
                "pk = :pk AND sk >= :from",
                v ->
                    v.text(":pk", partition(organization))
                        .text(":from", "%010d".formatted(from.getEpochSecond() / HOUR)))
            .limited(1_000);
    Map<Long, Figures> byHour = new TreeMap<>();
    ItemPage page = dynamo.query(query);
    collect(page, byHour);
    while (page.last() != null) {
      page = dynamo.query(query.after(page.last()));
      collect(page, byHour);
    }
    return byHour;
  }

  private static void collect(ItemPage page, Map<Long, Figures> byHour) {
    page.items().forEach(item -> byHour.merge(hour(item), figures(item), Figures::plus));
  }

  private static long hour(Item item) {
    String sk = item.text("sk");
    return Long.parseLong(sk.substring(0, sk.indexOf('#')));
  }

  private static Figures figures(Item item) {
    return new Figures(
        item.numberOr("requests", 0),
        item.numberOr("points", 0),
        item.numberOr("bytes", 0),
        item.numberOr(DynamoAlertFigures.ALERTS, 0));
  }

  /** The item in which what a batch of one kind counts goes. */
  static Key key(String organization, long hour, String kind, String batchId) {
    int slot = Math.floorMod(batchId.hashCode(), SLOTS);
    return new Key(partition(organization), "%010d#%s%02d".formatted(hour, kind, slot));
  }

  static Instant expiry(long hour) {
    return Instant.ofEpochSecond((hour + 1) * HOUR).plus(KEPT);
  }

  private static String partition(String organization) {
    return Key.join(organization, "FIGURES");
  }
}
