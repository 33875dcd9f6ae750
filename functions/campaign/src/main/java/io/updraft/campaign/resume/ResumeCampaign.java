package io.updraft.campaign.resume;

import io.updraft.campaign.domain.Actor;
import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.CampaignStatus;
import io.updraft.campaign.domain.CampaignTallies;
import io.updraft.campaign.domain.Campaigns;
import io.updraft.campaign.domain.Move;
import io.updraft.campaign.domain.Moves;
import io.updraft.campaign.moves.MoveCampaign;
import java.util.Optional;

/** Lets a paused campaign go on, unless its firmware was recalled. */
final class ResumeCampaign {
  private final Campaigns campaigns;
  private final CampaignTallies tallies;
  private final Moves moves;
  private final MoveCampaign moving;

  ResumeCampaign(Campaigns campaigns, CampaignTallies tallies, Moves moves) {
    this.campaigns = campaigns;
    this.tallies = tallies;
    this.moves = moves;
    this.moving = new MoveCampaign(campaigns);
  }

  /** How resuming ended. */
  sealed interface Result {
    /** It is in progress now, or was before. */
    record Running(Campaign campaign) implements Result {}

    record NotFound() implements Result {}

    record NotResumable(CampaignStatus status) implements Result {}

    record Recalled() implements Result {}

    /** As many campaigns as the organization may have are in progress. */
    record TooMany() implements Result {}
  }

  Result resume(String campaignId, Actor actor) {
    return moving
        .move(campaignId, actor, campaign -> attempt(campaign, actor))
        .orElseGet(Result.NotFound::new);
  }

  private Optional<Result> attempt(Campaign campaign, Actor actor) {
    return switch (campaign.status()) {
      case IN_PROGRESS -> Optional.of(new Result.Running(campaign));
      case PAUSED -> resumed(campaign, actor);
      // One that has not started is started, which is another move although it leads there too.
      case CREATED, SCHEDULED, ROLLBACK, COMPLETED, FAILED, CANCELLED, REJECTED, ROLLED_BACK ->
          Optional.of(new Result.NotResumable(campaign.status()));
    };
  }

  private Optional<Result> resumed(Campaign campaign, Actor actor) {
    if (campaign.recalled()) {
      return Optional.of(new Result.Recalled());
    }
    Move move = moves.resume(campaign, tallies.of(campaign), actor);
    return switch (campaigns.move(move)) {
      case STORED -> Optional.of(new Result.Running(move.after()));
      case OVERTAKEN -> Optional.empty();
      case TOO_MANY -> Optional.of(new Result.TooMany());
      case FIRMWARE_GONE -> Optional.of(new Result.Recalled());
    };
  }
}
