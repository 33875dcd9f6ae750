package io.updraft.campaign.cancel;

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
import java.util.Objects;

/** {@code POST /api/v1/ota/campaigns/{campaign_id}/cancel}, optionally with a {@code reason}. */
public final class CancelCampaignHandler implements Operation {
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
    String reason = Objects.requireNonNullElse(Reasons.optional(request), "campaign cancelled");
    return switch (cancel.cancel(campaignId, reason, Callers.actor(request))) {
      case CancelCampaign.Result.Cancelled r -> HttpResponse.ok(shown.shown(r.campaign()));
      case CancelCampaign.Result.NotFound() -> throw Refusals.notFound(campaignId);
      case CancelCampaign.Result.NotCancellable r ->
          throw Refusals.move(r.status(), CampaignStatus.CANCELLED);
    };
  }
}
