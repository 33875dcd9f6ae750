package io.updraft.campaign.cancel;

import io.updraft.campaign.domain.Actor;
import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.CampaignStatus;
import io.updraft.campaign.domain.CampaignTallies;
import io.updraft.campaign.domain.Campaigns;
import io.updraft.campaign.domain.Campaigns.Stored;
import io.updraft.campaign.domain.Move;
import io.updraft.campaign.domain.Moves;
import io.updraft.campaign.moves.MoveCampaign;
import java.util.Optional;

/** Cancels a campaign at once; the engine carries the decision to its updates. */
final class CancelCampaign {
  private final Campaigns campaigns;
  private final CampaignTallies tallies;
  private final Moves moves;
  private final MoveCampaign moving;

  CancelCampaign(Campaigns campaigns, CampaignTallies tallies, Moves moves) {
    this.campaigns = campaigns;
    this.tallies = tallies;
    this.moves = moves;
    this.moving = new MoveCampaign(campaigns);
  }

  /** How cancelling ended. */
  sealed interface Result {
    /** It is cancelled now, or was before. */
    record Cancelled(Campaign campaign) implements Result {}

    record NotFound() implements Result {}

    record NotCancellable(CampaignStatus status) implements Result {}
  }

  Result cancel(String campaignId, String reason, Actor actor) {
    return moving
        .move(campaignId, actor, campaign -> attempt(campaign, reason, actor))
        .orElseGet(Result.NotFound::new);
  }

  private Optional<Result> attempt(Campaign campaign, String reason, Actor actor) {
    if (campaign.status() == CampaignStatus.CANCELLED) {
      return Optional.of(new Result.Cancelled(campaign));
    }
    if (!campaign.status().mayMoveTo(CampaignStatus.CANCELLED)) {
      return Optional.of(new Result.NotCancellable(campaign.status()));
    }
    Move move = moves.cancel(campaign, tallies.of(campaign), actor, reason);
    return campaigns.move(move) == Stored.STORED
        ? Optional.of(new Result.Cancelled(move.after()))
        : Optional.empty();
  }
}
