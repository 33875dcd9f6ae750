package io.updraft.campaign.dynamodb;

import io.updraft.dynamodb.Commit;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.ItemPage;
import io.updraft.dynamodb.Key;
import io.updraft.dynamodb.PartitionQuery;
import io.updraft.events.Event;
import java.util.List;

/** Where a campaign and its timeline name a user. */
record UserTraces(Dynamo dynamo, String table) {
  private static final List<String> NAMES =
      List.of("created_by", "edited_by", "updated_by", "approved_by");

  /** False where the campaign is not as it was read. */
  boolean removed(Key campaign, Item read, String user) {
    List<String> found = NAMES.stream().filter(name -> user.equals(read.textOrNull(name))).toList();
    return found.isEmpty()
        || dynamo.write(replaced(campaign, found, read.number("sequence")))
            instanceof Commit.Committed;
  }

  private Guarded replaced(Key campaign, List<String> names, long sequence) {
    String changes = String.join(", ", names.stream().map(name -> name + " = :deleted").toList());
    return Guarded.update(table, campaign, "SET " + changes)
        .when("#sequence = :read")
        .with(v -> v.number(":read", sequence).text(":deleted", Event.DELETED_USER));
  }

  void removeFromTimeline(String organization, String campaignId, String user) {
    String pk = CampaignKeys.partition(organization, campaignId);
    PartitionQuery query =
        PartitionQuery.of(
            table,
            "pk = :pk AND begins_with(sk, :prefix)",
            v -> v.text(":pk", pk).text(":prefix", CampaignKeys.TIMELINE_PREFIX));
    ItemPage page = dynamo.query(query);
    page.items().forEach(line -> removeFromLine(line, user));
    while (page.last() != null) {
      page = dynamo.query(query.after(page.last()));
      page.items().forEach(line -> removeFromLine(line, user));
    }
  }

  private void removeFromLine(Item line, String user) {
    if (line.text("by").equals(user)) {
      Key key = new Key(line.text("pk"), line.text("sk"));
      dynamo.write(
          Guarded.update(table, key, "SET #by = :deleted")
              .with(v -> v.text(":deleted", Event.DELETED_USER)));
    }
  }
}
