package io.updraft.campaign.resume;

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

/** {@code POST /api/v1/ota/campaigns/{campaign_id}/resume}. */
public final class ResumeCampaignHandler implements Operation {
  private final ResumeCampaign resume;
  private final ShownCampaigns shown;

  public ResumeCampaignHandler(
      Campaigns campaigns, CampaignTallies tallies, Moves moves, ShownCampaigns shown) {
    this.resume = new ResumeCampaign(campaigns, tallies, moves);
    this.shown = shown;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    String campaignId = request.path("campaign_id");
    return switch (resume.resume(campaignId, Callers.actor(request))) {
      case ResumeCampaign.Result.Running r -> HttpResponse.ok(shown.shown(r.campaign()));
      case ResumeCampaign.Result.NotFound() -> throw Refusals.notFound(campaignId);
      case ResumeCampaign.Result.NotResumable r ->
          throw Refusals.command(
              r.status(),
              CampaignStatus.IN_PROGRESS,
              "Only a paused campaign can be resumed; this one is " + r.status().wireName() + ".");
      case ResumeCampaign.Result.Recalled() -> throw Refusals.recalled();
      case ResumeCampaign.Result.TooMany() ->
          throw Refusals.conflict(
              "As many campaigns as allowed are in progress; wait until one ends, or pause one.");
    };
  }
}
