package io.updraft.campaign.approve;

import io.updraft.campaign.domain.Actor;
import io.updraft.campaign.domain.Approval;
import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.CampaignStatus;
import io.updraft.campaign.domain.Campaigns;
import io.updraft.campaign.domain.Campaigns.Stored;
import io.updraft.campaign.domain.Move;
import io.updraft.campaign.domain.Moves;
import io.updraft.campaign.moves.MoveCampaign;
import java.util.Optional;

/** Takes down what a second user says of a plan; a refusal rejects the campaign. */
final class ApproveCampaign {
  private final Campaigns campaigns;
  private final Moves moves;
  private final MoveCampaign moving;

  ApproveCampaign(Campaigns campaigns, Moves moves) {
    this.campaigns = campaigns;
    this.moves = moves;
    this.moving = new MoveCampaign(campaigns);
  }

  /** How it ended. */
  sealed interface Result {
    /** This was said of it, now or before. */
    record Judged(Campaign campaign) implements Result {}

    record NotFound() implements Result {}

    record NotPlanned(CampaignStatus status) implements Result {}

    record NoneNeeded() implements Result {}

    /** The caller has made the plan, in the beginning or as it is now. */
    record OwnPlan() implements Result {}
  }

  Result judge(String campaignId, Verdict verdict, Actor actor) {
    return moving
        .move(campaignId, actor, campaign -> attempt(campaign, verdict, actor))
        .orElseGet(Result.NotFound::new);
  }

  private Optional<Result> attempt(Campaign campaign, Verdict verdict, Actor actor) {
    if (said(campaign, verdict, actor)) {
      return Optional.of(new Result.Judged(campaign));
    }
    return switch (campaign.status()) {
      case CREATED, SCHEDULED -> planned(campaign, verdict, actor);
      case IN_PROGRESS, PAUSED, ROLLBACK, COMPLETED, FAILED, CANCELLED, REJECTED, ROLLED_BACK ->
          Optional.of(new Result.NotPlanned(campaign.status()));
    };
  }

  /** Of a campaign that has gone on since, too: the answer may have been lost on its way. */
  private static boolean said(Campaign campaign, Verdict verdict, Actor actor) {
    Approval approval = campaign.approval();
    return approval != null
        && approval.granted() == verdict.approved()
        && approval.by().equals(actor.user());
  }

  private Optional<Result> planned(Campaign campaign, Verdict verdict, Actor actor) {
    if (!campaign.plan().requiresApproval()) {
      return Optional.of(new Result.NoneNeeded());
    }
    if (actor.user().equals(campaign.createdBy()) || actor.user().equals(campaign.editedBy())) {
      return Optional.of(new Result.OwnPlan());
    }
    Move move =
        verdict.approved()
            ? moves.approve(campaign, actor, verdict.comment())
            : moves.reject(campaign, actor, verdict.comment());
    return campaigns.move(move) == Stored.STORED
        ? Optional.of(new Result.Judged(move.after()))
        : Optional.empty();
  }
}
