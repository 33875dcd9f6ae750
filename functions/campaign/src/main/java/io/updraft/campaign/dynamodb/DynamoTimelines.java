package io.updraft.campaign.dynamodb;

import io.updraft.campaign.domain.TimelineEntry;
import io.updraft.campaign.domain.Timelines;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.ItemPage;
import io.updraft.dynamodb.Key;
import io.updraft.dynamodb.PartitionQuery;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Timelines in DynamoDB. */
public final class DynamoTimelines implements Timelines {
  private final Dynamo dynamo;
  private final String table;

  public DynamoTimelines(Dynamo dynamo, CampaignTables tables) {
    this.dynamo = dynamo;
    this.table = tables.campaigns();
  }

  @Override
  public History newestFirst(
      String organization, String campaignId, int limit, @Nullable String after) {
    String pk = CampaignKeys.partition(organization, campaignId);
    PartitionQuery query =
        PartitionQuery.of(
                table,
                "pk = :pk AND begins_with(sk, :prefix)",
                v -> v.text(":pk", pk).text(":prefix", CampaignKeys.TIMELINE_PREFIX))
            .newestFirst()
            .limited(limit)
            .after(
                after == null
                    ? null
                    : new Key(pk, CampaignKeys.TIMELINE_PREFIX + after).attributes());
    ItemPage page = dynamo.query(query);
    List<Item> items = page.items();
    String next = page.last() == null ? null : position(items.getLast());
    return new History(items.stream().map(DynamoTimelines::read).toList(), next);
  }

  private static String position(Item item) {
    return item.text("sk").substring(CampaignKeys.TIMELINE_PREFIX.length());
  }

  private static TimelineEntry read(Item item) {
    String[] position = position(item).split("#", 2);
    return new TimelineEntry(
        Instant.parse(position[0]),
        Long.parseLong(position[1]),
        item.text("what"),
        item.text("by"),
        item.textOrNull("why"));
  }
}
