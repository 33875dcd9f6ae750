package io.updraft.campaign.dynamodb;

import io.updraft.campaign.domain.Campaign;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.Key;
import io.updraft.dynamodb.Transaction;
import java.util.List;

/**
 * The explicit ids of a campaign, in items of 2,000. They change in the transaction of the
 * campaign's item, whose condition is theirs too; only a device that is deleted leaves its place
 * empty by itself ({@link DynamoRemovals}).
 */
final class NamedChunks {
  /** Ids in one item: 256 KB at most, and all of them within the 100 writes of a transaction. */
  static final int SIZE = 2_000;

  /** The attribute that lists them. */
  static final String IDS = "ids";

  /** Stands where the id of a deleted device was. */
  static final String WITHDRAWN = "";

  private final String table;

  NamedChunks(String table) {
    this.table = table;
  }

  Transaction written(Campaign campaign, List<String> ids) {
    Transaction transaction = new Transaction();
    for (int from = 0; from < ids.size(); from += SIZE) {
      int to = Math.min(ids.size(), from + SIZE);
      transaction.add("named " + from, chunk(campaign, from / SIZE, ids.subList(from, to)));
    }
    return transaction;
  }

  /** Writes the ids over those that there were, and removes the items that are left over. */
  Transaction replaced(Campaign campaign, int before, List<String> ids) {
    Transaction transaction = written(campaign, ids);
    for (int chunk = chunks(ids.size()); chunk < chunks(before); chunk++) {
      transaction.add("named before " + chunk, Guarded.delete(table, key(campaign, chunk)));
    }
    return transaction;
  }

  static int chunks(int ids) {
    return Math.ceilDiv(ids, SIZE);
  }

  private Guarded chunk(Campaign campaign, int chunk, List<String> ids) {
    Key key = key(campaign, chunk);
    return Guarded.put(
        table, Item.build().text("pk", key.pk()).text("sk", key.sk()).texts(IDS, ids).attributes());
  }

  private static Key key(Campaign campaign, int chunk) {
    return CampaignKeys.named(campaign.organization(), campaign.campaignId(), chunk);
  }
}
