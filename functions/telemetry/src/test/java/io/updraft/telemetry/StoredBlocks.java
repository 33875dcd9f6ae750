package io.updraft.telemetry;

import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.Key;
import io.updraft.testing.TestDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The items of one device as they lie in their tables, to be harmed. */
public final class StoredBlocks {
  private static final int IN_THE_HEAD = 4;

  private final TestDatabase database;
  private final String pk;

  public StoredBlocks(TestDatabase database, String device) {
    this.database = database;
    this.pk = TelemetryWorld.ORGANIZATION + "#" + device;
  }

  /** Of the last arrival: a byte of its last values. */
  public void damageLastArrival() {
    flip("ArrivalsTable", items("ArrivalsTable", "").getLast(), -1);
  }

  /** Of the last arrival: a byte of its head. */
  public void damageHeadOfLastArrival() {
    flip("ArrivalsTable", items("ArrivalsTable", "").getLast(), IN_THE_HEAD);
  }

  /** Each part of a metric, or of one of its days, as {@code temp#20261124}. */
  public void damageParts(String metric) {
    items("SeriesTable", "part#" + metric + "#").forEach(part -> flip("SeriesTable", part, -1));
  }

  public void deleteLastArrival() {
    delete("ArrivalsTable", items("ArrivalsTable", "").getLast());
  }

  public void deleteArrivals() {
    items("ArrivalsTable", "").forEach(arrival -> delete("ArrivalsTable", arrival));
  }

  /** What the database does some time after an item's time has come. */
  public void expire(long epochSecond) {
    for (String table : List.of("ArrivalsTable", "SeriesTable")) {
      items(table, "").stream()
          .filter(item -> item.has("expires_at") && item.number("expires_at") <= epochSecond)
          .forEach(item -> delete(table, item));
    }
  }

  private List<Item> items(String table, String prefix) {
    return database
        .client()
        .queryPaginator(
            r ->
                r.tableName(database.table(table))
                    .keyConditionExpression("pk = :pk")
                    .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(pk))))
        .items()
        .stream()
        .map(Item::new)
        .filter(item -> item.text("sk").startsWith(prefix))
        .toList();
  }

  /** Changes a byte, counted from the end where its place is negative. */
  private void flip(String table, Item item, int place) {
    byte[] block = item.bytes("block");
    block[Math.floorMod(place, block.length)] ^= 0x20;
    Map<String, AttributeValue> harmed = new HashMap<>(item.attributes());
    harmed.put("block", AttributeValue.fromB(SdkBytes.fromByteArray(block)));
    database.client().putItem(r -> r.tableName(database.table(table)).item(harmed));
  }

  private void delete(String table, Item item) {
    Key key = new Key(pk, item.text("sk"));
    database.client().deleteItem(r -> r.tableName(database.table(table)).key(key.attributes()));
  }
}
