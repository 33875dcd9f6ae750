package io.updraft.campaign.dynamodb;

import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.CampaignFilter;
import io.updraft.campaign.domain.CampaignId;
import io.updraft.campaign.domain.Campaigns;
import io.updraft.campaign.domain.Engine;
import io.updraft.campaign.domain.Happening;
import io.updraft.campaign.domain.Move;
import io.updraft.dynamodb.Commit;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Dynamo.Reading;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.ItemPage;
import io.updraft.dynamodb.Key;
import io.updraft.dynamodb.Outbox;
import io.updraft.dynamodb.PartitionQuery;
import io.updraft.dynamodb.Transaction;
import io.updraft.firmware.published.Clearances;
import io.updraft.firmware.published.FirmwareCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Campaigns in DynamoDB. */
public final class DynamoCampaigns implements Campaigns {
  /** Pages of a filtered list that are read before a short one is answered. */
  private static final int MOST_PAGES = 10;

  private static final int PAGE = 100;
  private static final String CAMPAIGN = "campaign";
  private static final String SLOT = "slot";
  private static final String FIRMWARE = "firmware";
  private static final String ENGINE = "engine";

  private final Dynamo dynamo;
  private final String table;
  private final Outbox outbox;
  private final FirmwareCatalogue catalogue;
  private final MoveParts parts;
  private final NamedChunks named;
  private final StateCounts states;

  /** On these tables; at most so many campaigns of an organization are in progress. */
  public DynamoCampaigns(
      Dynamo dynamo,
      CampaignTables tables,
      Clearances clearances,
      FirmwareCatalogue catalogue,
      int mostInProgress) {
    this.dynamo = dynamo;
    this.table = tables.campaigns();
    this.outbox = new Outbox(tables.outbox());
    this.catalogue = catalogue;
    this.parts = new MoveParts(table, clearances, mostInProgress);
    this.named = new NamedChunks(table);
    this.states = new StateCounts(dynamo, tables);
  }

  @Override
  public Optional<Campaign> find(String organization, String campaignId) {
    if (!CampaignId.isOne(campaignId)) {
      return Optional.empty(); // As a key it might be longer than the table takes.
    }
    Key key = CampaignKeys.campaign(organization, campaignId);
    return dynamo.get(table, key, Reading.CONSISTENT).map(CampaignItem::read);
  }

  @Override
  public Stored create(Move creation, List<String> targetDevices, boolean refers) {
    Campaign campaign = creation.after();
    Transaction transaction =
        new Transaction()
            .add(CAMPAIGN, Guarded.create(table, CampaignItem.toItem(campaign)))
            .include(told(creation))
            .add("states", states.created(campaign))
            .include(named.written(campaign, targetDevices));
    if (refers) {
      transaction.add(FIRMWARE, referred(campaign));
    }
    return stored(dynamo.commit(transaction));
  }

  @Override
  public Stored replan(Move move, @Nullable List<String> targetDevices, boolean refers) {
    Transaction transaction =
        new Transaction().add(CAMPAIGN, parts.campaign(move)).include(told(move));
    if (targetDevices != null) {
      int before = move.before().plan().targeting().devices();
      transaction.include(named.replaced(move.after(), before, targetDevices));
    }
    if (refers) {
      transaction.add(FIRMWARE, referred(move.after()));
    }
    states.moved(move).ifPresent(write -> transaction.add("states", write));
    return stored(dynamo.commit(transaction));
  }

  private Guarded referred(Campaign campaign) {
    return catalogue.refer(campaign.organization(), campaign.firmware().firmwareId());
  }

  @Override
  public Stored move(Move move) {
    return moved(move, null);
  }

  @Override
  public Stored move(Move move, Engine seen) {
    return moved(move, seen);
  }

  private Stored moved(Move move, @Nullable Engine seen) {
    Transaction transaction =
        new Transaction().add(CAMPAIGN, parts.campaign(move)).include(told(move));
    parts.slot(move).ifPresent(write -> transaction.add(SLOT, write));
    parts.gate(move).ifPresent(write -> transaction.add(FIRMWARE, write));
    parts.engine(move, seen).ifPresent(write -> transaction.add(ENGINE, write));
    states.moved(move).ifPresent(write -> transaction.add("states", write));
    return stored(dynamo.commit(transaction));
  }

  private Transaction told(Move move) {
    Transaction told = new Transaction();
    for (Happening happening : move.happenings()) {
      String part = "timeline " + happening.entry().number();
      told.add(part, parts.timeline(move.after(), happening.entry()))
          .announce(outbox, happening.event());
    }
    return told;
  }

  /** That the campaign has changed explains every other refusal. */
  private static Stored stored(Commit commit) {
    return switch (commit) {
      case Commit.Committed _ -> Stored.STORED;
      case Commit.Refused refused when refused.by(CAMPAIGN) -> Stored.OVERTAKEN;
      case Commit.Refused refused when refused.by(ENGINE) -> Stored.OVERTAKEN;
      case Commit.Refused refused when refused.by(FIRMWARE) -> Stored.FIRMWARE_GONE;
      case Commit.Refused refused when refused.by(SLOT) -> Stored.TOO_MANY;
      case Commit.Refused refused ->
          throw new IllegalStateException("a move was refused by " + refused.parts());
    };
  }

  @Override
  public Listing list(
      String organization, CampaignFilter filter, int limit, @Nullable String after) {
    List<Campaign> found = new ArrayList<>();
    String next = after;
    for (int page = 0; page < MOST_PAGES; page++) {
      ItemPage read = page(organization, next);
      for (Item item : read.items()) {
        Campaign campaign = CampaignItem.read(item);
        next = campaign.campaignId();
        if (filter.matches(campaign)) {
          found.add(campaign);
        }
        if (found.size() == limit) {
          return new Listing(found, next);
        }
      }
      if (read.last() == null) {
        return new Listing(found, null);
      }
    }
    return new Listing(found, next);
  }

  private ItemPage page(String organization, @Nullable String after) {
    PartitionQuery query =
        PartitionQuery.of(
                table,
                "pk = :pk AND begins_with(sk, :prefix)",
                v -> v.text(":pk", organization).text(":prefix", CampaignKeys.CAMPAIGN_PREFIX))
            .newestFirst()
            .limited(PAGE);
    return dynamo.query(
        after == null
            ? query
            : query.after(CampaignKeys.campaign(organization, after).attributes()));
  }
}
