package io.updraft.device.dynamodb;

import io.updraft.device.domain.Update;
import io.updraft.device.domain.Updates.History;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Dynamo.Reading;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.ItemPage;
import io.updraft.dynamodb.Key;
import io.updraft.dynamodb.PartitionQuery;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The index {@code by_device}: a device's updates, newest first. */
final class DeviceHistory {
  private final Dynamo dynamo;
  private final String table;

  DeviceHistory(Dynamo dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  History page(String organization, String deviceId, int limit, @Nullable String after) {
    String pk = Key.join(organization, deviceId);
    PartitionQuery query =
        PartitionQuery.of(table, "device_pk = :pk", v -> v.text(":pk", pk))
            .onIndex("by_device")
            .newestFirst()
            .limited(limit)
            .after(after == null ? null : position(organization, pk, after));
    ItemPage page = dynamo.query(query);
    List<Key> keys = page.items().stream().map(i -> new Key(i.text("pk"), i.text("sk"))).toList();
    List<Update> updates =
        dynamo.getAll(table, keys, Reading.EVENTUAL).stream().map(UpdateItems::toUpdate).toList();
    return new History(
        updates, page.last() == null ? null : new Item(page.last()).text("device_sk"));
  }

  private static Map<String, AttributeValue> position(
      String organization, String devicePk, String updateId) {
    Key key = UpdateItems.key(organization, updateId);
    return Item.build()
        .text("device_pk", devicePk)
        .text("device_sk", updateId)
        .text("pk", key.pk())
        .text("sk", key.sk())
        .attributes();
  }
}
