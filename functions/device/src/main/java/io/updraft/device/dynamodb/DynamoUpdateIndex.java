package io.updraft.device.dynamodb;

import io.updraft.device.domain.UpdateIndex;
import io.updraft.device.domain.UpdateRef;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.ItemBuilder;
import io.updraft.dynamodb.ItemPage;
import io.updraft.dynamodb.Key;
import io.updraft.dynamodb.PartitionQuery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The indexes {@code due} and {@code single_by_firmware}. */
public final class DynamoUpdateIndex implements UpdateIndex {
  private static final int PAGE = 100;

  private final Dynamo dynamo;
  private final String table;

  public DynamoUpdateIndex(Dynamo dynamo, DeviceTables tables) {
    this.dynamo = dynamo;
    this.table = tables.updates();
  }

  @Override
  public List<UpdateRef> due(int part, Instant now, int limit) {
    return due(UpdateItems.duePart(false, part), now, limit);
  }

  @Override
  public List<UpdateRef> dueAtService(int part, Instant now, int limit) {
    return due(UpdateItems.duePart(true, part), now, limit);
  }

  private List<UpdateRef> due(String part, Instant now, int limit) {
    PartitionQuery query =
        PartitionQuery.of(
                table,
                "due_pk = :part AND due_sk <= :now",
                v -> v.text(":part", part).text(":now", ItemBuilder.sortable(now) + "~"))
            .onIndex("due")
            .limited(limit);
    return dynamo.query(query).items().stream().map(UpdateItems::ref).toList();
  }

  @Override
  public Page unfinishedSingles(String organization, String firmwareId, @Nullable String after) {
    String pk = Key.join(organization, firmwareId);
    PartitionQuery query =
        PartitionQuery.of(table, "single_pk = :pk", v -> v.text(":pk", pk))
            .onIndex("single_by_firmware")
            .limited(PAGE)
            .after(after == null ? null : position(organization, pk, after));
    ItemPage page = dynamo.query(query);
    return new Page(
        page.items().stream().map(UpdateItems::ref).toList(),
        page.last() == null ? null : new Item(page.last()).text("single_sk"));
  }

  private static Map<String, AttributeValue> position(
      String organization, String singlePk, String updateId) {
    Key key = UpdateItems.key(organization, updateId);
    return Item.build()
        .text("single_pk", singlePk)
        .text("single_sk", updateId)
        .text("pk", key.pk())
        .text("sk", key.sk())
        .attributes();
  }
}
