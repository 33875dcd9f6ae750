package io.updraft.campaign.promote;

import io.updraft.campaign.domain.Actor;
import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.CampaignStatus;
import io.updraft.campaign.domain.CampaignTallies;
import io.updraft.campaign.domain.Campaigns;
import io.updraft.campaign.domain.DeploymentStrategy;
import io.updraft.campaign.domain.Move;
import io.updraft.campaign.domain.Moves;
import io.updraft.campaign.moves.MoveCampaign;
import java.util.Optional;

/** Takes a campaign to its next stage without waiting; in blue-green, lets all devices switch. */
final class PromoteCampaign {
  private final Campaigns campaigns;
  private final CampaignTallies tallies;
  private final Moves moves;
  private final MoveCampaign moving;

  PromoteCampaign(Campaigns campaigns, CampaignTallies tallies, Moves moves) {
    this.campaigns = campaigns;
    this.tallies = tallies;
    this.moves = moves;
    this.moving = new MoveCampaign(campaigns);
  }

  /** How promoting ended. */
  sealed interface Result {
    /** It is promoted now; or its switch, of which there is one, was released before. */
    record Promoted(Campaign campaign) implements Result {}

    record NotFound() implements Result {}

    record NotRunning(CampaignStatus status) implements Result {}

    /** Its strategy has no stages. */
    record NothingToPromote(DeploymentStrategy strategy) implements Result {}

    record Recalled() implements Result {}
  }

  Result promote(String campaignId, Actor actor) {
    return moving
        .move(campaignId, actor, campaign -> attempt(campaign, actor))
        .orElseGet(Result.NotFound::new);
  }

  private Optional<Result> attempt(Campaign campaign, Actor actor) {
    if (campaign.status() != CampaignStatus.IN_PROGRESS) {
      return Optional.of(new Result.NotRunning(campaign.status()));
    }
    DeploymentStrategy strategy = campaign.plan().pace().strategy();
    return switch (strategy) {
      case IMMEDIATE, SCHEDULED -> Optional.of(new Result.NothingToPromote(strategy));
      case STAGED, CANARY -> promoted(campaign, actor, "to the next stage");
      case BLUE_GREEN ->
          campaign.holdsSwitch()
              ? promoted(campaign, actor, "the switch is released")
              : Optional.of(new Result.Promoted(campaign));
    };
  }

  private Optional<Result> promoted(Campaign campaign, Actor actor, String what) {
    Move move = moves.promote(campaign, tallies.of(campaign), actor, what);
    return switch (campaigns.move(move)) {
      case STORED -> Optional.of(new Result.Promoted(move.after()));
      case OVERTAKEN, TOO_MANY -> Optional.empty();
      case FIRMWARE_GONE -> Optional.of(new Result.Recalled());
    };
  }
}
