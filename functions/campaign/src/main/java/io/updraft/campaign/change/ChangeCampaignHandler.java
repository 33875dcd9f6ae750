package io.updraft.campaign.change;

import io.updraft.campaign.domain.CampaignTallies;
import io.updraft.campaign.domain.Campaigns;
import io.updraft.campaign.domain.Moves;
import io.updraft.campaign.domain.TargetEstimate;
import io.updraft.campaign.domain.Targets;
import io.updraft.campaign.http.Callers;
import io.updraft.campaign.http.Refusals;
import io.updraft.campaign.http.ShownCampaigns;
import io.updraft.campaign.plan.PlanReader;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;

/** {@code PATCH /api/v1/ota/campaigns/{campaign_id}} with the fields that are to change. */
public final class ChangeCampaignHandler implements Operation {
  private final PlanReader plans;
  private final ChangeCampaign change;
  private final ShownCampaigns shown;

  public ChangeCampaignHandler(
      Campaigns campaigns,
      Targets targets,
      CampaignTallies tallies,
      PlanReader plans,
      TargetEstimate estimate,
      Moves moves,
      ShownCampaigns shown) {
    this.plans = plans;
    this.change = new ChangeCampaign(campaigns, targets, tallies, estimate, moves);
    this.shown = shown;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    String campaignId = request.path("campaign_id");
    WantedPlan wanted = new WantedPlan(plans, request);
    return switch (change.change(campaignId, wanted, Callers.actor(request))) {
      case ChangeCampaign.Result.Changed r -> HttpResponse.ok(shown.shownWithDevices(r.campaign()));
      case ChangeCampaign.Result.NotFound() -> throw Refusals.notFound(campaignId);
      case ChangeCampaign.Result.Ended r ->
          throw Refusals.conflict(
              "A campaign that is %s can't be changed; create another."
                  .formatted(r.status().wireName()));
      case ChangeCampaign.Result.Fixed r -> throw Refusals.fields(r.messages());
      case ChangeCampaign.Result.FirmwareGone() ->
          throw Refusals.conflict("The firmware is not available any more.");
    };
  }
}
