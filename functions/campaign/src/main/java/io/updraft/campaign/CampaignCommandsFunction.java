package io.updraft.campaign;

import io.updraft.campaign.approve.ApproveCampaignHandler;
import io.updraft.campaign.cancel.CancelCampaignHandler;
import io.updraft.campaign.change.ChangeCampaignHandler;
import io.updraft.campaign.create.CreateCampaignHandler;
import io.updraft.campaign.domain.CampaignTallies;
import io.updraft.campaign.domain.Campaigns;
import io.updraft.campaign.domain.Engines;
import io.updraft.campaign.domain.Moves;
import io.updraft.campaign.domain.TargetEstimate;
import io.updraft.campaign.domain.Targets;
import io.updraft.campaign.dynamodb.CampaignStores;
import io.updraft.campaign.http.ShownCampaigns;
import io.updraft.campaign.pause.PauseCampaignHandler;
import io.updraft.campaign.plan.PlanReader;
import io.updraft.campaign.promote.PromoteCampaignHandler;
import io.updraft.campaign.resume.ResumeCampaignHandler;
import io.updraft.campaign.rollback.RollBackCampaignHandler;
import io.updraft.campaign.start.StartCampaignHandler;
import io.updraft.firmware.published.FirmwareCatalogue;
import io.updraft.http.Access;
import io.updraft.http.HttpFunction;
import io.updraft.http.Role;
import io.updraft.http.Routes;
import io.updraft.lambda.Environment;
import java.time.Clock;

/** Creates, changes and moves campaigns. */
public final class CampaignCommandsFunction extends HttpFunction {
  private static final String CAMPAIGNS = "/api/v1/ota/campaigns";
  private static final String ONE = CAMPAIGNS + "/{campaign_id}";
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
        targets,
        tallies,
        catalogue,
        estimate,
        moves,
        clock,
        new PlanReader(catalogue, clock),
        new ShownCampaigns(engines, targets, tallies, clock));
  }

  private CampaignCommandsFunction(
      Campaigns campaigns,
      Targets targets,
      CampaignTallies tallies,
      FirmwareCatalogue catalogue,
      TargetEstimate estimate,
      Moves moves,
      Clock clock,
      PlanReader plans,
      ShownCampaigns shown) {
    super(
        Routes.routes(clock)
            .route(
                "POST " + CAMPAIGNS,
                OPERATORS,
                new CreateCampaignHandler(campaigns, plans, estimate, moves, shown))
            .route(
                "PATCH " + ONE,
                OPERATORS,
                new ChangeCampaignHandler(
                    campaigns, targets, tallies, plans, estimate, moves, shown))
            .route(
                "POST " + ONE + "/approve",
                OPERATORS,
                new ApproveCampaignHandler(campaigns, moves, shown))
            .route(
                "POST " + ONE + "/start",
                OPERATORS,
                new StartCampaignHandler(campaigns, catalogue, estimate, moves, shown))
            .route(
                "POST " + ONE + "/pause",
                OPERATORS,
                new PauseCampaignHandler(campaigns, tallies, moves, shown))
            .route(
                "POST " + ONE + "/resume",
                OPERATORS,
                new ResumeCampaignHandler(campaigns, tallies, moves, shown))
            .route(
                "POST " + ONE + "/promote",
                OPERATORS,
                new PromoteCampaignHandler(campaigns, tallies, moves, shown))
            .route(
                "POST " + ONE + "/cancel",
                OPERATORS,
                new CancelCampaignHandler(campaigns, tallies, moves, shown))
            .route(
                "POST " + ONE + "/rollback",
                OPERATORS,
                new RollBackCampaignHandler(campaigns, tallies, moves, shown))
            .build());
  }
}
