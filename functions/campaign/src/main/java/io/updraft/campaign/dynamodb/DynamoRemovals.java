package io.updraft.campaign.dynamodb;

import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.Removals;
import io.updraft.campaign.domain.TimelineEntry;
import io.updraft.dynamodb.Commit;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Dynamo.Reading;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.Key;
import io.updraft.dynamodb.Transaction;
import io.updraft.lambda.DependencyUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Removals in DynamoDB. */
public final class DynamoRemovals implements Removals {
  private static final int MOST_ATTEMPTS = 5;
  private static final Duration COME_BACK = Duration.ofSeconds(1);

  private final Dynamo dynamo;
  private final String table;
  private final UserTraces traces;

  public DynamoRemovals(Dynamo dynamo, CampaignTables tables) {
    this.dynamo = dynamo;
    this.table = tables.campaigns();
    this.traces = new UserTraces(dynamo, table);
  }

  @Override
  public void withdraw(Campaign campaign, String deviceId, Instant now) {
    int chunks = NamedChunks.chunks(campaign.plan().targeting().devices());
    for (int chunk = 0; chunk < chunks; chunk++) {
      withdraw(campaign, chunk, deviceId, now);
    }
  }

  /** Where somebody gives the campaign other ids meanwhile, these are looked at. */
  private void withdraw(Campaign campaign, int chunk, String deviceId, Instant now) {
    Key key = CampaignKeys.named(campaign.organization(), campaign.campaignId(), chunk);
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      int index = ids(key).indexOf(deviceId);
      if (index < 0 || withdrawn(campaign, chunk, index, deviceId, now)) {
        return;
      }
    }
    throw new DependencyUnavailable("A campaign that others keep changing", COME_BACK, null);
  }

  private List<String> ids(Key chunk) {
    return dynamo
        .get(table, chunk, Reading.CONSISTENT)
        .map(item -> item.texts(NamedChunks.IDS))
        .orElse(List.of());
  }

  private boolean withdrawn(Campaign campaign, int chunk, int index, String deviceId, Instant now) {
    String organization = campaign.organization();
    String campaignId = campaign.campaignId();
    String place = NamedChunks.IDS + "[" + index + "]";
    Guarded emptied =
        Guarded.update(
                table,
                CampaignKeys.named(organization, campaignId, chunk),
                "SET " + place + " = :none")
            .when(place + " = :device")
            .with(v -> v.text(":device", deviceId).text(":none", NamedChunks.WITHDRAWN));
    TimelineEntry line =
        TimelineEntry.deviceDeleted(now, chunk * NamedChunks.SIZE + index, deviceId);
    Transaction both =
        new Transaction()
            .add("named", emptied)
            .add("timeline", TimelineItem.write(table, organization, campaignId, line));
    return dynamo.commit(both) instanceof Commit.Committed;
  }

  @Override
  public void forgetUser(Campaign campaign, String user) {
    Key key = CampaignKeys.campaign(campaign.organization(), campaign.campaignId());
    Item item = new Item(CampaignItem.toItem(campaign));
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      if (traces.removed(key, item, user)) {
        traces.removeFromTimeline(campaign.organization(), campaign.campaignId(), user);
        return;
      }
      item = dynamo.get(table, key, Reading.CONSISTENT).orElseThrow();
    }
    throw new DependencyUnavailable("A campaign that others keep changing", COME_BACK, null);
  }
}
