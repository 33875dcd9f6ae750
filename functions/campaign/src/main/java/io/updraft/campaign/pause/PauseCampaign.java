package io.updraft.campaign.pause;

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
import org.jspecify.annotations.Nullable;

/** Pauses a campaign: nothing more is released, and what is on a device may finish. */
final class PauseCampaign {
  private final Campaigns campaigns;
  private final CampaignTallies tallies;
  private final Moves moves;
  private final MoveCampaign moving;

  PauseCampaign(Campaigns campaigns, CampaignTallies tallies, Moves moves) {
    this.campaigns = campaigns;
    this.tallies = tallies;
    this.moves = moves;
    this.moving = new MoveCampaign(campaigns);
  }

  /** How pausing ended. */
  sealed interface Result {
    /** It is paused now, or was before. */
    record Paused(Campaign campaign) implements Result {}

    record NotFound() implements Result {}

    record NotPausable(CampaignStatus status) implements Result {}
  }

  Result pause(String campaignId, @Nullable String reason, Actor actor) {
    return moving
        .move(campaignId, actor, campaign -> attempt(campaign, reason, actor))
        .orElseGet(Result.NotFound::new);
  }

  private Optional<Result> attempt(Campaign campaign, @Nullable String reason, Actor actor) {
    if (campaign.status() == CampaignStatus.PAUSED) {
      return Optional.of(new Result.Paused(campaign));
    }
    if (!campaign.status().mayMoveTo(CampaignStatus.PAUSED)) {
      return Optional.of(new Result.NotPausable(campaign.status()));
    }
    Move move = moves.pause(campaign, tallies.of(campaign), actor, reason);
    return campaigns.move(move) == Stored.STORED
        ? Optional.of(new Result.Paused(move.after()))
        : Optional.empty();
  }
}
