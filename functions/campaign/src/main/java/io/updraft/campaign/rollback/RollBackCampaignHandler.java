package io.updraft.campaign.rollback;

import io.updraft.campaign.domain.CampaignStatus;
import io.updraft.campaign.domain.CampaignTallies;
import io.updraft.campaign.domain.Campaigns;
import io.updraft.campaign.domain.Moves;
import io.updraft.campaign.http.Callers;
import io.updraft.campaign.http.Reasons;
import io.updraft.campaign.http.Refusals;
import io.updraft.campaign.http.ShownCampaigns;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;

/** {@code POST /api/v1/ota/campaigns/{campaign_id}/rollback} with a {@code reason}. */
public final class RollBackCampaignHandler implements Operation {
  private final RollBackCampaign rollBack;
  private final ShownCampaigns shown;

  public RollBackCampaignHandler(
      Campaigns campaigns, CampaignTallies tallies, Moves moves, ShownCampaigns shown) {
    this.rollBack = new RollBackCampaign(campaigns, tallies, moves);
    this.shown = shown;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    String campaignId = request.path("campaign_id");
    String reason = Reasons.required(request);
    return switch (rollBack.rollBack(campaignId, reason, Callers.actor(request))) {
      case RollBackCampaign.Result.RollingBack r -> HttpResponse.ok(shown.shown(r.campaign()));
      case RollBackCampaign.Result.NotFound() -> throw Refusals.notFound(campaignId);
      case RollBackCampaign.Result.NotPossible r ->
          throw Refusals.move(r.status(), CampaignStatus.ROLLBACK);
    };
  }
}
