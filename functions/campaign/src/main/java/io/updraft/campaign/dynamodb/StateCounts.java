package io.updraft.campaign.dynamodb;

import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.CampaignCounts;
import io.updraft.campaign.domain.CampaignStatus;
import io.updraft.campaign.domain.Move;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Dynamo.Reading;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.Key;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts the campaigns of an organization by state, in one item that each creation and each change
 * of state writes in its own transaction: people make those, one at a time.
 */
public final class StateCounts implements CampaignCounts {
  private final Dynamo dynamo;
  private final String table;

  public StateCounts(Dynamo dynamo, CampaignTables tables) {
    this(dynamo, tables.campaigns());
  }

  StateCounts(Dynamo dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  Guarded created(Campaign campaign) {
    return Guarded.update(table, key(campaign.organization()), "ADD " + name(campaign) + " :one")
        .with(v -> v.number(":one", 1));
  }

  /** Empty where the state stays as it is. */
  Optional<Guarded> moved(Move move) {
    if (move.before().status() == move.after().status()) {
      return Optional.empty();
    }
    String addition = "ADD %s :one, %s :less".formatted(name(move.after()), name(move.before()));
    return Optional.of(
        Guarded.update(table, key(move.after().organization()), addition)
            .with(v -> v.number(":one", 1).number(":less", -1)));
  }

  /** None of these is a word that DynamoDB reserves, with the prefix. */
  private static String name(Campaign campaign) {
    return name(campaign.status());
  }

  private static String name(CampaignStatus status) {
    return "n_" + status.wireName();
  }

  private static Key key(String organization) {
    return new Key(organization, "STATES");
  }

  @Override
  public Map<CampaignStatus, Long> byStatus(String organization) {
    return dynamo
        .get(table, key(organization), Reading.EVENTUAL)
        .map(StateCounts::counts)
        .orElse(Map.of());
  }

  private static Map<CampaignStatus, Long> counts(Item item) {
    Map<CampaignStatus, Long> counts = new EnumMap<>(CampaignStatus.class);
    for (CampaignStatus status : CampaignStatus.values()) {
      long count = item.numberOr(name(status), 0);
      if (count > 0) {
        counts.put(status, count);
      }
    }
    return counts;
  }
}
