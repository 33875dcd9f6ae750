package io.updraft.campaign.pause;

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

/** {@code POST /api/v1/ota/campaigns/{campaign_id}/pause}, optionally with a {@code reason}. */
public final class PauseCampaignHandler implements Operation {
  private final PauseCampaign pause;
  private final ShownCampaigns shown;

  public PauseCampaignHandler(
      Campaigns campaigns, CampaignTallies tallies, Moves moves, ShownCampaigns shown) {
    this.pause = new PauseCampaign(campaigns, tallies, moves);
    this.shown = shown;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    String campaignId = request.path("campaign_id");
    return switch (pause.pause(campaignId, Reasons.optional(request), Callers.actor(request))) {
      case PauseCampaign.Result.Paused r -> HttpResponse.ok(shown.shown(r.campaign()));
      case PauseCampaign.Result.NotFound() -> throw Refusals.notFound(campaignId);
      case PauseCampaign.Result.NotPausable r ->
          throw Refusals.move(r.status(), CampaignStatus.PAUSED);
    };
  }
}
