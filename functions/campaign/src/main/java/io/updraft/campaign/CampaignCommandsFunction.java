package io.updraft.campaign;

import io.updraft.campaign.cancel.CancelCampaignHandler;
import io.updraft.campaign.create.CreateCampaignHandler;
import io.updraft.campaign.domain.CampaignTallies;
import io.updraft.campaign.domain.Campaigns;
import io.updraft.campaign.domain.Engines;
import io.updraft.campaign.domain.Moves;
import io.updraft.campaign.domain.TargetEstimate;
import io.updraft.campaign.domain.Targets;
import io.updraft.campaign.dynamodb.CampaignStores;
import io.updraft.campaign.http.ShownCampaigns;
import io.updraft.campaign.start.StartCampaignHandler;
import io.updraft.firmware.published.FirmwareCatalogue;
import io.updraft.http.Access;
import io.updraft.http.HttpFunction;
import io.updraft.http.Role;
import io.updraft.http.Routes;
import io.updraft.lambda.Environment;
import java.time.Clock;

/** Creates, starts and cancels campaigns. */
public final class CampaignCommandsFunction extends HttpFunction {
  private static final String CAMPAIGNS = "POST /api/v1/ota/campaigns";
  private static final Access OPERATORS = Access.roles(Role.OPERATOR).scope("campaigns:write");

  public CampaignCommandsFunction() {
    this(CampaignStores.from(Environment.current()));
  }

  private CampaignCommandsFunction(CampaignStores stores) {
    this(
        stores.campaigns(),
        stores.engines(),
        stores.targets(),
        stores.tallies(),
        stores.firmware().catalogue(),
        stores.estimate(),
        stores.moves(),
        stores.clock());
  }

  CampaignCommandsFunction(
      Campaigns campaigns,
      Engines engines,
      Targets targets,
      CampaignTallies tallies,
      FirmwareCatalogue catalogue,
      TargetEstimate estimate,
      Moves moves,
      Clock clock) {
    this(
        campaigns,
        tallies,
        catalogue,
        estimate,
        moves,
        clock,
        new ShownCampaigns(engines, targets, tallies, clock));
  }

  private CampaignCommandsFunction(
      Campaigns campaigns,
      CampaignTallies tallies,
      FirmwareCatalogue catalogue,
      TargetEstimate estimate,
      Moves moves,
      Clock clock,
      ShownCampaigns shown) {
    super(
        Routes.routes(clock)
            .route(
                CAMPAIGNS,
                OPERATORS,
                new CreateCampaignHandler(campaigns, catalogue, estimate, moves, clock, shown))
            .route(
                CAMPAIGNS + "/{campaign_id}/start",
                OPERATORS,
                new StartCampaignHandler(campaigns, catalogue, estimate, moves, shown))
            .route(
                CAMPAIGNS + "/{campaign_id}/cancel",
                OPERATORS,
                new CancelCampaignHandler(campaigns, tallies, moves, shown))
            .build());
  }
}
