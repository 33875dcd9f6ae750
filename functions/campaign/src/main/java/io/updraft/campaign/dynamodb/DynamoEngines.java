package io.updraft.campaign.dynamodb;

import io.updraft.campaign.domain.Engine;
import io.updraft.campaign.domain.Engines;
import io.updraft.campaign.domain.TimelineEntry;
import io.updraft.device.published.CampaignUpdates;
import io.updraft.device.published.Rollout;
import io.updraft.device.published.Target;
import io.updraft.dynamodb.Commit;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Dynamo.Reading;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Transaction;
import io.updraft.firmware.published.Clearances;
import java.util.List;
import java.util.Optional;

/** The engines' state in DynamoDB. */
public final class DynamoEngines implements Engines {
  private static final String ENGINE = "engine";

  private final Dynamo dynamo;
  private final String table;
  private final CampaignUpdates updates;
  private final Clearances clearances;
  private final TargetChunks chunks;

  public DynamoEngines(
      Dynamo dynamo, CampaignTables tables, CampaignUpdates updates, Clearances clearances) {
    this.dynamo = dynamo;
    this.table = tables.campaigns();
    this.updates = updates;
    this.clearances = clearances;
    this.chunks = new TargetChunks(table);
  }

  @Override
  public Optional<Engine> find(String organization, String campaignId) {
    return dynamo
        .get(table, CampaignKeys.engine(organization, campaignId), Reading.CONSISTENT)
        .map(EngineItem::read);
  }

  @Override
  public boolean save(Engine before, Engine after) {
    return dynamo.write(saved(before, after)) instanceof Commit.Committed;
  }

  @Override
  public Holding hold(Engine before, Engine after, Rollout rollout, List<Target> targets) {
    int chunk = Math.toIntExact(before.targets() / TargetChunks.SIZE);
    Transaction transaction =
        new Transaction()
            .add(ENGINE, saved(before, after))
            .include(chunks.added(before, targets))
            .include(updates.hold(rollout, chunk, targets));
    return switch (dynamo.commit(transaction)) {
      case Commit.Committed _ -> Holding.HELD;
      case Commit.Refused refused -> refused.by(ENGINE) ? Holding.OVERTAKEN : Holding.STALE;
    };
  }

  @Override
  public boolean close(Engine before, Engine after, String firmwareId) {
    Transaction transaction =
        new Transaction()
            .add(ENGINE, saved(before, after))
            .add(
                "firmware",
                clearances.campaignEnded(before.organization(), firmwareId, before.campaignId()));
    return dynamo.commit(transaction) instanceof Commit.Committed;
  }

  @Override
  public boolean enter(Engine before, Engine after, TimelineEntry line) {
    Guarded told = TimelineItem.write(table, before.organization(), before.campaignId(), line);
    Transaction transaction =
        new Transaction().add(ENGINE, saved(before, after)).add("timeline", told);
    return dynamo.commit(transaction) instanceof Commit.Committed;
  }

  private Guarded saved(Engine before, Engine after) {
    return Guarded.put(table, EngineItem.toItem(after))
        .when("revision = :before")
        .with(v -> v.number(":before", before.revision()));
  }
}
