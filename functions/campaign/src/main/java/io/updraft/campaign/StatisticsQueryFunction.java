package io.updraft.campaign;

import io.updraft.campaign.domain.CampaignCounts;
import io.updraft.campaign.domain.Campaigns;
import io.updraft.campaign.dynamodb.CampaignStores;
import io.updraft.campaign.dynamodb.CampaignTables;
import io.updraft.campaign.dynamodb.StateCounts;
import io.updraft.campaign.statistics.CampaignStatisticsHandler;
import io.updraft.campaign.statistics.OrganizationStatisticsHandler;
import io.updraft.device.published.PublishedDevices;
import io.updraft.device.published.UpdateStatistics;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.DynamoClients;
import io.updraft.http.Access;
import io.updraft.http.HttpFunction;
import io.updraft.http.Routes;
import io.updraft.lambda.Environment;
import java.time.Clock;

/** Shows figures: of the whole organization, and of one campaign. */
public final class StatisticsQueryFunction extends HttpFunction {
  private static final String STATS = "GET /api/v1/ota/stats";
  private static final Access READERS = Access.users().scope("stats:read");

  public StatisticsQueryFunction() {
    this(Environment.current());
  }

  private StatisticsQueryFunction(Environment environment) {
    this(new Dynamo(DynamoClients.create(environment)), environment, Clock.systemUTC());
  }

  private StatisticsQueryFunction(Dynamo dynamo, Environment environment, Clock clock) {
    this(dynamo, environment, CampaignStores.on(dynamo, environment, clock));
  }

  private StatisticsQueryFunction(Dynamo dynamo, Environment environment, CampaignStores stores) {
    this(
        stores.campaigns(),
        new StateCounts(dynamo, CampaignTables.from(environment)),
        PublishedDevices.statistics(
            dynamo, environment, stores.firmware().clearances(), stores.clock()),
        stores.clock());
  }

  StatisticsQueryFunction(
      Campaigns campaigns, CampaignCounts counts, UpdateStatistics statistics, Clock clock) {
    super(
        Routes.routes(clock)
            .route(STATS, READERS, new OrganizationStatisticsHandler(counts, statistics, clock))
            .route(
                STATS + "/campaigns/{campaign_id}",
                READERS,
                new CampaignStatisticsHandler(campaigns, statistics, clock))
            .build());
  }
}
