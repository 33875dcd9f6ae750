package io.updraft.alert.dynamodb;

import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.ItemPage;
import io.updraft.dynamodb.PartitionQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads what the alerts table keeps of one device. */
final class DeviceItems {
  private DeviceItems() {}

  /** All items of a partition whose sort keys begin so; strongly consistent. */
  static Stream<Item> query(Dynamo dynamo, String table, String pk, String prefix) {
    PartitionQuery query =
        PartitionQuery.of(
                table,
                "pk = :pk AND begins_with(sk, :prefix)",
                v -> v.text(":pk", pk).text(":prefix", prefix))
            .consistently();
    List<Item> all = new ArrayList<>();
    @Nullable Map<String, AttributeValue> from = null;
    do {
      ItemPage page = dynamo.query(query.after(from));
      all.addAll(page.items());
      from = page.last();
    } while (from != null);
    return all.stream();
  }
}
