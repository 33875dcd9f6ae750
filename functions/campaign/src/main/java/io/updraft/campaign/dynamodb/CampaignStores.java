package io.updraft.campaign.dynamodb;

import io.updraft.campaign.domain.CampaignStart;
import io.updraft.campaign.domain.CampaignTallies;
import io.updraft.campaign.domain.Campaigns;
import io.updraft.campaign.domain.DueIndex;
import io.updraft.campaign.domain.Engines;
import io.updraft.campaign.domain.Moves;
import io.updraft.campaign.domain.RandomIds;
import io.updraft.campaign.domain.Removals;
import io.updraft.campaign.domain.TargetEstimate;
import io.updraft.campaign.domain.Targets;
import io.updraft.campaign.domain.Timelines;
import io.updraft.device.published.PublishedDevices;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.DynamoBookmarks;
import io.updraft.dynamodb.DynamoClients;
import io.updraft.firmware.published.PublishedFirmware;
import io.updraft.lambda.Environment;
import io.updraft.lambda.consumed.Bookmarks;
import java.time.Clock;

/** What the functions of this context are wired from: one client, and all that works on it. */
public record CampaignStores(
    Campaigns campaigns,
    Engines engines,
    Targets targets,
    Timelines timelines,
    DueIndex due,
    Moves moves,
    PublishedDevices devices,
    PublishedFirmware firmware,
    Removals removals,
    Bookmarks bookmarks,
    Clock clock) {
  private static final int MOST_IN_PROGRESS = 5;

  /**
   * From the names of the tables, and {@code MAX_CAMPAIGNS_IN_PROGRESS} of one organization, 5
   * unless set.
   */
  public static CampaignStores from(Environment environment) {
    return from(environment, "CAMPAIGNS_TABLE");
  }

  /**
   * @param primedBy the variable with the name of a table that the function may read
   */
  public static CampaignStores from(Environment environment, String primedBy) {
    return on(
        new Dynamo(DynamoClients.primed(environment, primedBy)), environment, Clock.systemUTC());
  }

  /** The same on a given client and by a given clock. */
  public static CampaignStores on(Dynamo dynamo, Environment environment, Clock clock) {
    CampaignTables tables = CampaignTables.from(environment);
    PublishedFirmware firmware = PublishedFirmware.of(dynamo, environment.text("FIRMWARE_TABLE"));
    PublishedDevices devices =
        PublishedDevices.of(dynamo, environment, firmware.catalogue(), clock);
    int most = environment.integer("MAX_CAMPAIGNS_IN_PROGRESS", MOST_IN_PROGRESS, 1, 1000);
    return new CampaignStores(
        new DynamoCampaigns(dynamo, tables, firmware.clearances(), firmware.catalogue(), most),
        new DynamoEngines(dynamo, tables, devices.updates(), firmware.clearances()),
        new DynamoTargets(dynamo, tables),
        new DynamoTimelines(dynamo, tables),
        new DynamoDueIndex(dynamo, tables),
        new Moves(clock, new RandomIds()),
        devices,
        firmware,
        new DynamoRemovals(dynamo, tables),
        new DynamoBookmarks(dynamo, tables.campaigns()),
        clock);
  }

  public CampaignTallies tallies() {
    return new CampaignTallies(devices.updates());
  }

  public CampaignStart start() {
    return new CampaignStart(campaigns, firmware.catalogue(), estimate(), moves);
  }

  public TargetEstimate estimate() {
    return new TargetEstimate(devices.directory());
  }
}
