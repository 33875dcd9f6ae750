package io.updraft.device.dynamodb;

import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.ItemPage;
import io.updraft.dynamodb.PartitionQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A way through a sharded list of devices: shard by shard, within each by sort key.
 *
 * <p>A position is the sort key without its prefix; it ends in the device id, which names the
 * shard. So it holds nothing of the organization, and stays valid when its device goes.
 *
 * @param index null for the table itself
 * @param partition the key of each shard
 * @param prefix what the wanted sort keys begin with
 */
record DeviceWalk(
    String table,
    @Nullable String index,
    String partitionName,
    String sortName,
    IntFunction<String> partition,
    String prefix) {
  /** Sorts before and after all that can stand in a sort key. */
  private static final String FIRST = "\u0001";

  private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

  static DeviceWalk ofGroup(String table, String organization, String group) {
    return new DeviceWalk(
        table, null, "pk", "sk", shard -> DeviceShards.group(organization, group, shard), "");
  }

  static DeviceWalk ofModel(String table, String organization, String model) {
    return byModel(table, organization, model + "#");
  }

  static DeviceWalk ofAll(String table, String organization) {
    return byModel(table, organization, "");
  }

  private static DeviceWalk byModel(String table, String organization, String prefix) {
    return new DeviceWalk(
        table,
        DeviceShards.BY_MODEL,
        "list_pk",
        "list_sk",
        shard -> DeviceShards.list(organization, shard),
        prefix);
  }

  /** A place in the list, and the device there. */
  record Step(String position) {
    String deviceId() {
      return position.substring(position.lastIndexOf('#') + 1);
    }
  }

  /** The next steps; fewer than the limit only at the end. */
  List<Step> steps(Dynamo dynamo, @Nullable String after, int limit) {
    List<Step> steps = new ArrayList<>();
    String from = after;
    int shard = after == null ? 0 : DeviceShards.of(new Step(after).deviceId());
    while (shard < DeviceShards.COUNT && steps.size() < limit) {
      ItemPage page = dynamo.query(query(shard, from, limit - steps.size()));
      page.items().forEach(item -> steps.add(step(item)));
      boolean ended = page.last() == null;
      shard += ended ? 1 : 0;
      from = ended ? null : steps.getLast().position();
    }
    return List.copyOf(steps);
  }

  private PartitionQuery query(int shard, @Nullable String after, int limit) {
    String from = prefix + (after == null ? "" : after) + FIRST;
    String keys = "#%s = :pk AND #%s BETWEEN :from AND :to".formatted(partitionName, sortName);
    PartitionQuery query =
        PartitionQuery.of(
                table,
                keys,
                v ->
                    v.text(":pk", partition.apply(shard))
                        .text(":from", from)
                        .text(":to", prefix + LAST))
            .limited(limit);
    return index == null ? query.consistently() : query.onIndex(index);
  }

  private Step step(Item item) {
    return new Step(item.text(sortName).substring(prefix.length()));
  }
}
