package io.updraft.campaign.start;

import io.updraft.campaign.domain.CampaignStart;
import io.updraft.campaign.domain.Campaigns;
import io.updraft.campaign.domain.Moves;
import io.updraft.campaign.domain.TargetEstimate;
import io.updraft.campaign.http.Callers;
import io.updraft.campaign.http.ShownCampaigns;
import io.updraft.firmware.published.FirmwareCatalogue;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import io.updraft.http.Problem;

/** {@code POST /api/v1/ota/campaigns/{campaign_id}/start}. */
public final class StartCampaignHandler implements Operation {
  private final StartCampaign start;
  private final ShownCampaigns shown;

  public StartCampaignHandler(
      Campaigns campaigns,
      FirmwareCatalogue catalogue,
      TargetEstimate estimate,
      Moves moves,
      ShownCampaigns shown) {
    this.start =
        new StartCampaign(campaigns, new CampaignStart(campaigns, catalogue, estimate, moves));
    this.shown = shown;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    String campaignId = request.path("campaign_id");
    return switch (start.start(campaignId, Callers.actor(request))) {
      case StartCampaign.Result.Started r -> HttpResponse.ok(shown.shown(r.campaign()));
      case StartCampaign.Result.Running r -> HttpResponse.ok(shown.shown(r.campaign()));
      case StartCampaign.Result.NotFound() ->
          throw Problem.notFound("campaign", campaignId).exception();
      case StartCampaign.Result.NotStartable r ->
          throw Problem.invalidTransition(
                  r.status().wireName(), "in_progress", r.status().allowed())
              .exception();
      case StartCampaign.Result.NotApproved() ->
          throw Problem.conflict("This campaign needs the approval of another user first.")
              .exception();
      case StartCampaign.Result.FirmwareNotAvailable() ->
          throw Problem.conflict(
                  "The firmware of this campaign is not available any more; cancel the campaign.")
              .exception();
      case StartCampaign.Result.TooMany() ->
          throw Problem.conflict(
                  "As many campaigns as allowed are in progress; wait until one ends, or cancel one.")
              .exception();
    };
  }
}
