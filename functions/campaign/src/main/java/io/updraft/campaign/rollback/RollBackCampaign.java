package io.updraft.campaign.rollback;

import io.updraft.campaign.domain.Actor;
import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.CampaignStatus;
import io.updraft.campaign.domain.CampaignTallies;
import io.updraft.campaign.domain.Campaigns;
import io.updraft.campaign.domain.Campaigns.Stored;
import io.updraft.campaign.domain.Move;
import io.updraft.campaign.domain.Moves;
import io.updraft.campaign.moves.MoveCampaign;
import io.updraft.device.published.RollbackTrigger;
import java.util.Optional;

/** Decides that a campaign is taken back; the engine carries that to its devices. */
final class RollBackCampaign {
  private final Campaigns campaigns;
  private final CampaignTallies tallies;
  private final Moves moves;
  private final MoveCampaign moving;

  RollBackCampaign(Campaigns campaigns, CampaignTallies tallies, Moves moves) {
    this.campaigns = campaigns;
    this.tallies = tallies;
    this.moves = moves;
    this.moving = new MoveCampaign(campaigns);
  }

  /** How the decision ended. */
  sealed interface Result {
    /** It is being taken back, by this or by an earlier decision. */
    record RollingBack(Campaign campaign) implements Result {}

    record NotFound() implements Result {}

    record NotPossible(CampaignStatus status) implements Result {}
  }

  Result rollBack(String campaignId, String reason, Actor actor) {
    return moving
        .move(campaignId, actor, campaign -> attempt(campaign, reason, actor))
        .orElseGet(Result.NotFound::new);
  }

  private Optional<Result> attempt(Campaign campaign, String reason, Actor actor) {
    if (campaign.status() == CampaignStatus.ROLLBACK) {
      return Optional.of(new Result.RollingBack(campaign));
    }
    if (!campaign.status().mayMoveTo(CampaignStatus.ROLLBACK)) {
      return Optional.of(new Result.NotPossible(campaign.status()));
    }
    Move move =
        moves.rollBack(campaign, RollbackTrigger.MANUAL, tallies.of(campaign), actor, reason);
    return campaigns.move(move) == Stored.STORED
        ? Optional.of(new Result.RollingBack(move.after()))
        : Optional.empty();
  }
}
