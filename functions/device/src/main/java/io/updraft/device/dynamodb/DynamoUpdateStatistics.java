package io.updraft.device.dynamodb;

import io.updraft.device.published.FirmwareUpdates;
import io.updraft.device.published.LastDay;
import io.updraft.device.published.UpdateCounts;
import io.updraft.device.published.UpdateFigures;
import io.updraft.device.published.UpdateStatistics;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Dynamo.Reading;
import io.updraft.dynamodb.ItemPage;
import io.updraft.dynamodb.PartitionQuery;
import io.updraft.firmware.published.Clearances;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Shows what {@link RecordedStatistics} has carried together, and the tally of one campaign. */
public final class DynamoUpdateStatistics implements UpdateStatistics {
  private static final int PAGE = 500;

  private final Dynamo dynamo;
  private final String table;
  private final Tallies tallies;
  private final Clearances clearances;
  private final Clock clock;

  private DynamoUpdateStatistics(
      Dynamo dynamo, String table, Tallies tallies, Clearances clearances, Clock clock) {
    this.dynamo = dynamo;
    this.table = table;
    this.tallies = tallies;
    this.clearances = clearances;
    this.clock = clock;
  }

  /** On the given tables; the clock says which hours are of the last day. */
  public static DynamoUpdateStatistics of(
      Dynamo dynamo, String table, String tallies, Clearances clearances, Clock clock) {
    return new DynamoUpdateStatistics(
        dynamo, table, new Tallies(dynamo, tallies), clearances, clock);
  }

  @Override
  public List<FirmwareUpdates> ofOrganization(String organization) {
    PartitionQuery query =
        PartitionQuery.of(
                table,
                "pk = :pk AND begins_with(sk, :prefix)",
                v -> v.text(":pk", organization).text(":prefix", StatisticsItems.FIRMWARE_PREFIX))
            .limited(PAGE);
    List<FirmwareUpdates> all = new ArrayList<>();
    ItemPage page;
    do {
      page = dynamo.query(query);
      page.items().forEach(item -> all.add(recent(StatisticsItems.read(item).updates())));
      query = query.after(page.last());
    } while (page.last() != null);
    return all;
  }

  @Override
  public FirmwareUpdates ofCampaign(String organization, String campaignId) {
    Tallies.Summed summed = tallies.read(organization, campaignId);
    if (summed.moves() == 0) {
      return FirmwareUpdates.NONE;
    }
    UpdateFigures now =
        new UpdateFigures(
            UpdateCounts.of(summed.tally()), summed.durations(), carried(organization, campaignId));
    return recent(firmware(clearances, organization, summed.firmwareId()).with(now));
  }

  private LastDay carried(String organization, String campaignId) {
    return dynamo
        .get(table, StatisticsItems.tally(organization, campaignId), Reading.EVENTUAL)
        .map(item -> StatisticsItems.read(item).updates().figures().lastDay())
        .orElse(LastDay.NONE);
  }

  private FirmwareUpdates recent(FirmwareUpdates updates) {
    UpdateFigures figures = updates.figures();
    LastDay day = figures.lastDay().until(LastDay.hour(clock.instant()));
    return updates.with(new UpdateFigures(figures.counts(), figures.durations(), day));
  }

  /** The firmware without any figures yet. */
  static FirmwareUpdates firmware(Clearances clearances, String organization, String firmwareId) {
    return clearances
        .read(organization, firmwareId)
        .map(
            c ->
                new FirmwareUpdates(
                    firmwareId,
                    c.firmware().deviceModel(),
                    c.firmware().version().text(),
                    c.file().size(),
                    UpdateFigures.NONE))
        .orElse(FirmwareUpdates.of(firmwareId));
  }
}
