package io.updraft.campaign.change;

import io.updraft.campaign.domain.Actor;
import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.CampaignStatus;
import io.updraft.campaign.domain.CampaignTallies;
import io.updraft.campaign.domain.Campaigns;
import io.updraft.campaign.domain.Moves;
import io.updraft.campaign.domain.TargetEstimate;
import io.updraft.campaign.domain.Targets;
import io.updraft.campaign.moves.MoveCampaign;
import java.util.Map;
import java.util.Optional;

/** Changes a campaign: before its start all of its plan, afterwards its bounds. */
final class ChangeCampaign {
  private final MoveCampaign moving;
  private final Replan replan;
  private final Adjust adjust;

  ChangeCampaign(
      Campaigns campaigns,
      Targets targets,
      CampaignTallies tallies,
      TargetEstimate estimate,
      Moves moves) {
    this.moving = new MoveCampaign(campaigns);
    this.replan = new Replan(campaigns, targets, estimate, moves);
    this.adjust = new Adjust(campaigns, targets, tallies, moves);
  }

  /** How changing ended. */
  sealed interface Result {
    /** It is as it was wanted, now or before. */
    record Changed(Campaign campaign) implements Result {}

    record NotFound() implements Result {}

    record Ended(CampaignStatus status) implements Result {}

    /** Fields that a running campaign keeps; why, by field. */
    record Fixed(Map<String, String> messages) implements Result {
      public Fixed {
        messages = Map.copyOf(messages);
      }
    }

    record FirmwareGone() implements Result {}
  }

  Result change(String campaignId, WantedPlan wanted, Actor actor) {
    return moving
        .move(campaignId, actor, campaign -> attempt(campaign, wanted, actor))
        .orElseGet(Result.NotFound::new);
  }

  private Optional<Result> attempt(Campaign campaign, WantedPlan wanted, Actor actor) {
    return switch (campaign.status()) {
      case CREATED, SCHEDULED, REJECTED -> replan.attempt(campaign, wanted.before(campaign), actor);
      case IN_PROGRESS, PAUSED -> adjust.attempt(campaign, wanted.during(campaign), actor);
      case ROLLBACK, COMPLETED, FAILED, CANCELLED, ROLLED_BACK ->
          Optional.of(new Result.Ended(campaign.status()));
    };
  }
}
