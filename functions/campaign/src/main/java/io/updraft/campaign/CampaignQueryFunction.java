package io.updraft.campaign;

import io.updraft.campaign.devices.ListTargetsHandler;
import io.updraft.campaign.domain.CampaignTallies;
import io.updraft.campaign.domain.Campaigns;
import io.updraft.campaign.domain.Engines;
import io.updraft.campaign.domain.Targets;
import io.updraft.campaign.domain.Timelines;
import io.updraft.campaign.dynamodb.CampaignStores;
import io.updraft.campaign.http.ShownCampaigns;
import io.updraft.campaign.list.ListCampaignsHandler;
import io.updraft.campaign.show.ShowCampaignHandler;
import io.updraft.campaign.timeline.ShowTimelineHandler;
import io.updraft.device.published.UpdateViews;
import io.updraft.http.Access;
import io.updraft.http.HttpFunction;
import io.updraft.http.Routes;
import io.updraft.lambda.Environment;
import java.time.Clock;

/** Shows campaigns, their devices and what happened in them. */
public final class CampaignQueryFunction extends HttpFunction {
  private static final String CAMPAIGNS = "GET /api/v1/ota/campaigns";
  private static final Access READERS = Access.users().scope("campaigns:read");

  public CampaignQueryFunction() {
    this(CampaignStores.from(Environment.current()));
  }

  private CampaignQueryFunction(CampaignStores stores) {
    this(
        stores.campaigns(),
        stores.engines(),
        stores.targets(),
        stores.tallies(),
        stores.timelines(),
        stores.devices().views(),
        stores.clock());
  }

  CampaignQueryFunction(
      Campaigns campaigns,
      Engines engines,
      Targets targets,
      CampaignTallies tallies,
      Timelines timelines,
      UpdateViews views,
      Clock clock) {
    this(
        campaigns,
        targets,
        timelines,
        views,
        clock,
        new ShownCampaigns(engines, targets, tallies, clock));
  }

  private CampaignQueryFunction(
      Campaigns campaigns,
      Targets targets,
      Timelines timelines,
      UpdateViews views,
      Clock clock,
      ShownCampaigns shown) {
    super(
        Routes.routes(clock)
            .route(CAMPAIGNS, READERS, new ListCampaignsHandler(campaigns, shown))
            .route(CAMPAIGNS + "/{campaign_id}", READERS, new ShowCampaignHandler(campaigns, shown))
            .route(
                CAMPAIGNS + "/{campaign_id}/devices",
                READERS,
                new ListTargetsHandler(campaigns, targets, views))
            .route(
                CAMPAIGNS + "/{campaign_id}/timeline",
                READERS,
                new ShowTimelineHandler(campaigns, timelines))
            .build());
  }
}
