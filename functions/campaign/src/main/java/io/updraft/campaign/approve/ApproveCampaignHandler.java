package io.updraft.campaign.approve;

import io.updraft.campaign.domain.CampaignStatus;
import io.updraft.campaign.domain.Campaigns;
import io.updraft.campaign.domain.Moves;
import io.updraft.campaign.http.Callers;
import io.updraft.campaign.http.Refusals;
import io.updraft.campaign.http.ShownCampaigns;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import io.updraft.http.Problem;

/**
 * {@code POST /api/v1/ota/campaigns/{campaign_id}/approve} with {@code approved}, and optionally an
 * {@code approval_comment}.
 */
public final class ApproveCampaignHandler implements Operation {
  private final ApproveCampaign approve;
  private final ShownCampaigns shown;

  public ApproveCampaignHandler(Campaigns campaigns, Moves moves, ShownCampaigns shown) {
    this.approve = new ApproveCampaign(campaigns, moves);
    this.shown = shown;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    String campaignId = request.path("campaign_id");
    Verdict verdict = Verdict.read(request.json());
    return switch (approve.judge(campaignId, verdict, Callers.actor(request))) {
      case ApproveCampaign.Result.Judged r -> HttpResponse.ok(shown.shown(r.campaign()));
      case ApproveCampaign.Result.NotFound() -> throw Refusals.notFound(campaignId);
      case ApproveCampaign.Result.NotPlanned r ->
          throw Refusals.command(
              r.status(),
              verdict.approved() ? CampaignStatus.CREATED : CampaignStatus.REJECTED,
              "Only a campaign that has not started can be approved or rejected; this one is "
                  + r.status().wireName()
                  + ".");
      case ApproveCampaign.Result.NoneNeeded() ->
          throw Refusals.conflict("This campaign needs no approval; start it.");
      case ApproveCampaign.Result.OwnPlan() ->
          throw Problem.forbidden(
                  "Whoever created or last changed a campaign can't approve it; ask another user.")
              .exception();
    };
  }
}
