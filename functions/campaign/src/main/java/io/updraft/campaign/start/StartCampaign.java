package io.updraft.campaign.start;

import io.updraft.campaign.domain.Actor;
import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.CampaignStart;
import io.updraft.campaign.domain.CampaignStart.Attempt;
import io.updraft.campaign.domain.CampaignStatus;
import io.updraft.campaign.domain.Campaigns;
import io.updraft.campaign.moves.MoveCampaign;
import java.util.Optional;

/** Starts a campaign for a user. */
final class StartCampaign {
  private final MoveCampaign moving;
  private final CampaignStart start;

  StartCampaign(Campaigns campaigns, CampaignStart start) {
    this.moving = new MoveCampaign(campaigns);
    this.start = start;
  }

  /** How a start ended. */
  sealed interface Result {
    record Started(Campaign campaign) implements Result {}

    /** It is in progress already. */
    record Running(Campaign campaign) implements Result {}

    record NotFound() implements Result {}

    record NotStartable(CampaignStatus status) implements Result {}

    /** A second user has to approve it before. */
    record NotApproved() implements Result {}

    record FirmwareNotAvailable() implements Result {}

    /** As many campaigns as the organization may have are in progress. */
    record TooMany() implements Result {}
  }

  /** Of any number at once exactly one takes effect; the others see what it did. */
  Result start(String campaignId, Actor actor) {
    return moving
        .move(campaignId, actor, campaign -> attempt(campaign, actor))
        .orElseGet(Result.NotFound::new);
  }

  /** Empty where somebody else moved the campaign first. */
  private Optional<Result> attempt(Campaign campaign, Actor actor) {
    return switch (campaign.status()) {
      case IN_PROGRESS -> Optional.of(new Result.Running(campaign));
      case CREATED, SCHEDULED -> result(start.start(campaign, actor));
      // A paused campaign is resumed, which is another move although it leads to the same state.
      case PAUSED, ROLLBACK, COMPLETED, FAILED, CANCELLED, REJECTED, ROLLED_BACK ->
          Optional.of(new Result.NotStartable(campaign.status()));
    };
  }

  private static Optional<Result> result(Attempt attempt) {
    return switch (attempt) {
      case Attempt.Started started -> Optional.of(new Result.Started(started.campaign()));
      case Attempt.Overtaken() -> Optional.empty();
      case Attempt.NotApproved() -> Optional.of(new Result.NotApproved());
      case Attempt.FirmwareGone() -> Optional.of(new Result.FirmwareNotAvailable());
      case Attempt.TooMany() -> Optional.of(new Result.TooMany());
    };
  }
}
