package io.updraft.campaign.dynamodb;

import io.updraft.campaign.domain.DueIndex;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.ItemBuilder;
import io.updraft.dynamodb.PartitionQuery;
import java.time.Instant;
import java.util.List;

/** The campaigns that are due, in DynamoDB. */
public final class DynamoDueIndex implements DueIndex {
  /** Behind the campaign in every key of the same time. */
  private static final String LAST = "#~";

  private final Dynamo dynamo;
  private final String table;

  public DynamoDueIndex(Dynamo dynamo, CampaignTables tables) {
    this.dynamo = dynamo;
    this.table = tables.campaigns();
  }

  @Override
  public List<Due> due(int part, Instant now, int limit) {
    PartitionQuery query =
        PartitionQuery.of(
                table,
                "due_pk = :part AND due_sk <= :now",
                v ->
                    v.text(":part", DueKeys.part(part))
                        .text(":now", ItemBuilder.sortable(now) + LAST))
            .onIndex("due")
            .limited(limit);
    return dynamo.query(query).items().stream().map(DynamoDueIndex::read).toList();
  }

  private static Due read(Item item) {
    String campaignId = item.text("due_sk").split("#", 2)[1];
    String organization = item.text("pk").split("#", 2)[0];
    return new Due(organization, campaignId, item.text("sk").equals(CampaignKeys.ENGINE));
  }
}
