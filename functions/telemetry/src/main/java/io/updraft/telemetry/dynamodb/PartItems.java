package io.updraft.telemetry.dynamodb;

import io.updraft.dynamodb.Commit;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.Key;
import io.updraft.dynamodb.PartitionQuery;
import io.updraft.dynamodb.Transaction;
import io.updraft.telemetry.block.Block;
import io.updraft.telemetry.block.DamagedBlock;
import io.updraft.telemetry.domain.Backlog.Device;
import io.updraft.telemetry.domain.MergeStore.Part;
import io.updraft.telemetry.domain.Series;
import io.updraft.telemetry.published.DataPoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The items of merged parts, each with a version that its next writer has to have read. */
final class PartItems {
  private final Dynamo dynamo;
  private final String table;

  PartItems(Dynamo dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  /** Of the day of both times: the part in which the first lies, and those up to the last. */
  List<Part> around(Device device, String metric, long from, long to) {
    String pk = SeriesKeys.device(device.organization(), device.deviceId());
    String first = SeriesKeys.part(metric, from);
    PartitionQuery before =
        PartitionQuery.of(
                table,
                "pk = :pk AND sk BETWEEN :day AND :first",
                v -> v.text(":pk", pk).text(":first", first).text(":day", day(first)))
            .newestFirst()
            .limited(1)
            .consistently();
    List<Item> found = new ArrayList<>(dynamo.query(before).items());
    if (to == from) {
      return found.stream().map(item -> read(device, item)).toList();
    }
    PartitionQuery after =
        PartitionQuery.of(
                table,
                "pk = :pk AND sk BETWEEN :first AND :last",
                v ->
                    v.text(":pk", pk)
                        .text(":first", first + "0")
                        .text(":last", SeriesKeys.part(metric, to)))
            .consistently();
    found.addAll(Pages.all(dynamo, after));
    return found.stream().map(item -> read(device, item)).toList();
  }

  private static String day(String partKey) {
    return partKey.substring(0, partKey.lastIndexOf('#') + 1);
  }

  private Part read(Device device, Item item) {
    String upTo = item.textOrNull("up_to");
    return new Part(
        SeriesKeys.start(item.text("sk")),
        points(device, item),
        item.number("version"),
        upTo == null ? "" : upTo);
  }

  /** None of a damaged part, which is kept aside before another takes its place. */
  private List<DataPoint> points(Device device, Item item) {
    try {
      return Block.open(item.bytes(ArrivalItems.BLOCK)).sections().getFirst().points();
    } catch (DamagedBlock damage) {
      Blocks.report(item, damage);
      new DamageNotes(dynamo, table).putAside(device, item);
      return List.of();
    }
  }

  /** One write, or a transaction where a part has become several. */
  boolean write(Device device, String metric, List<Part> pieces, Instant expiresAt) {
    Transaction transaction = new Transaction();
    for (Part piece : pieces) {
      transaction.add(
          Long.toString(piece.start()),
          guarded(item(device, metric, piece, expiresAt), piece.version()));
    }
    Commit commit =
        transaction.size() == 1 ? dynamo.write(transaction.only()) : dynamo.commit(transaction);
    return commit instanceof Commit.Committed;
  }

  private static Map<String, AttributeValue> item(
      Device device, String metric, Part part, Instant expiresAt) {
    return Item.build()
        .text("pk", SeriesKeys.device(device.organization(), device.deviceId()))
        .text("sk", SeriesKeys.part(metric, part.start()))
        .bytes(ArrivalItems.BLOCK, Block.seal(List.of(new Series(metric, part.points()))))
        .number("version", part.version() + 1)
        .text("up_to", part.upTo())
        .expiry("expires_at", expiresAt)
        .attributes();
  }

  private Guarded guarded(Map<String, AttributeValue> item, long version) {
    return version == 0
        ? Guarded.create(table, item)
        : Guarded.put(table, item)
            .when("#version = :version")
            .with(v -> v.number(":version", version));
  }

  /** Makes the times between which a metric has points reach to these. */
  void widen(Device device, String metric, long first, long last) {
    Key key = SeriesKeys.metric(device.organization(), device.deviceId(), metric);
    move(key, "first_at", ">", first);
    move(key, "last_at", "<", last);
  }

  private void move(Key key, String bound, String beyond, long time) {
    dynamo.write(
        Guarded.update(table, key, "SET " + bound + " = :time")
            .when("attribute_not_exists(%1$s) OR %1$s %2$s :time".formatted(bound, beyond))
            .with(v -> v.number(":time", time)));
  }
}
