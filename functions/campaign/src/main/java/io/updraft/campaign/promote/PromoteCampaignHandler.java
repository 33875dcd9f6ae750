package io.updraft.campaign.promote;

import io.updraft.campaign.domain.CampaignStatus;
import io.updraft.campaign.domain.CampaignTallies;
import io.updraft.campaign.domain.Campaigns;
import io.updraft.campaign.domain.Moves;
import io.updraft.campaign.http.Callers;
import io.updraft.campaign.http.Refusals;
import io.updraft.campaign.http.ShownCampaigns;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;

/** {@code POST /api/v1/ota/campaigns/{campaign_id}/promote}. */
public final class PromoteCampaignHandler implements Operation {
  private final PromoteCampaign promote;
  private final ShownCampaigns shown;

  public PromoteCampaignHandler(
      Campaigns campaigns, CampaignTallies tallies, Moves moves, ShownCampaigns shown) {
    this.promote = new PromoteCampaign(campaigns, tallies, moves);
    this.shown = shown;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    String campaignId = request.path("campaign_id");
    return switch (promote.promote(campaignId, Callers.actor(request))) {
      case PromoteCampaign.Result.Promoted r -> HttpResponse.ok(shown.shown(r.campaign()));
      case PromoteCampaign.Result.NotFound() -> throw Refusals.notFound(campaignId);
      case PromoteCampaign.Result.NotRunning r ->
          throw Refusals.command(
              r.status(),
              CampaignStatus.IN_PROGRESS,
              "Only a campaign in progress can be promoted; this one is "
                  + r.status().wireName()
                  + ".");
      case PromoteCampaign.Result.NothingToPromote r ->
          throw Refusals.conflict(
              "There is nothing to promote: the strategy %s has no stages."
                  .formatted(r.strategy().wireName()));
      case PromoteCampaign.Result.Recalled() -> throw Refusals.recalled();
    };
  }
}
