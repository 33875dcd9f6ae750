package io.updraft.campaign.show;

import io.updraft.campaign.domain.Campaigns;
import io.updraft.campaign.http.ShownCampaigns;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import io.updraft.http.Problem;

/** {@code GET /api/v1/ota/campaigns/{campaign_id}}. */
public final class ShowCampaignHandler implements Operation {
  private final Campaigns campaigns;
  private final ShownCampaigns shown;

  public ShowCampaignHandler(Campaigns campaigns, ShownCampaigns shown) {
    this.campaigns = campaigns;
    this.shown = shown;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    String campaignId = request.path("campaign_id");
    return campaigns
        .find(request.caller().organization(), campaignId)
        .map(shown::shownWithDevices)
        .map(HttpResponse::ok)
        .orElseThrow(() -> Problem.notFound("campaign", campaignId).exception());
  }
}
