package io.updraft.campaign.cancel;

import io.updraft.campaign.domain.CampaignTallies;
import io.updraft.campaign.domain.Campaigns;
import io.updraft.campaign.domain.Moves;
import io.updraft.campaign.http.Callers;
import io.updraft.campaign.http.ShownCampaigns;
import io.updraft.http.Fields;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import io.updraft.http.Problem;

/** {@code POST /api/v1/ota/campaigns/{campaign_id}/cancel}, optionally with a {@code reason}. */
public final class CancelCampaignHandler implements Operation {
  private static final int MOST_REASON = 500;

  private final CancelCampaign cancel;
  private final ShownCampaigns shown;

  public CancelCampaignHandler(
      Campaigns campaigns, CampaignTallies tallies, Moves moves, ShownCampaigns shown) {
    this.cancel = new CancelCampaign(campaigns, tallies, moves);
    this.shown = shown;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    String campaignId = request.path("campaign_id");
    return switch (cancel.cancel(campaignId, reason(request), Callers.actor(request))) {
      case CancelCampaign.Result.Cancelled r -> HttpResponse.ok(shown.shown(r.campaign()));
      case CancelCampaign.Result.NotFound() ->
          throw Problem.notFound("campaign", campaignId).exception();
      case CancelCampaign.Result.NotCancellable r ->
          throw Problem.invalidTransition(r.status().wireName(), "cancelled", r.status().allowed())
              .exception();
    };
  }

  private static String reason(HttpRequest request) {
    Fields fields = request.jsonOrEmpty();
    String reason = fields.textOr("reason", "campaign cancelled", MOST_REASON);
    fields.throwIfInvalid();
    return reason;
  }
}
