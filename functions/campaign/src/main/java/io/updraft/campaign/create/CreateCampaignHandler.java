package io.updraft.campaign.create;

import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.Campaigns;
import io.updraft.campaign.domain.Moves;
import io.updraft.campaign.domain.TargetEstimate;
import io.updraft.campaign.http.Callers;
import io.updraft.campaign.http.ShownCampaigns;
import io.updraft.campaign.plan.PlanReader;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import io.updraft.http.Problem;

/** {@code POST /api/v1/ota/campaigns}. */
public final class CreateCampaignHandler implements Operation {
  private final PlanReader plans;
  private final CreateCampaign create;
  private final ShownCampaigns shown;

  public CreateCampaignHandler(
      Campaigns campaigns,
      PlanReader plans,
      TargetEstimate estimate,
      Moves moves,
      ShownCampaigns shown) {
    this.plans = plans;
    this.create = new CreateCampaign(campaigns, estimate, moves);
    this.shown = shown;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    return create
        .create(plans.read(request), Callers.actor(request))
        .map(this::created)
        .orElseThrow(() -> Problem.conflict("The firmware is not available any more.").exception());
  }

  private HttpResponse created(Campaign campaign) {
    return HttpResponse.created(shown.shownWithDevices(campaign));
  }
}
