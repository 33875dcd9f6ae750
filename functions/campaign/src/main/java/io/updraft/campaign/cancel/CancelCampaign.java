package io.updraft.campaign.cancel;

import io.updraft.campaign.domain.Actor;
import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.CampaignStatus;
import io.updraft.campaign.domain.CampaignTallies;
import io.updraft.campaign.domain.Campaigns;
import io.updraft.campaign.domain.Campaigns.Stored;
import io.updraft.campaign.domain.Move;
import io.updraft.campaign.domain.Moves;
import io.updraft.lambda.DependencyUnavailable;
import java.time.Duration;
import java.util.Optional;

/** Cancels a campaign at once; the engine carries the decision to its updates. */
final class CancelCampaign {
  private static final int MOST_ATTEMPTS = 5;
  private static final Duration COME_BACK = Duration.ofSeconds(1);

  private final Campaigns campaigns;
  private final CampaignTallies tallies;
  private final Moves moves;

  CancelCampaign(Campaigns campaigns, CampaignTallies tallies, Moves moves) {
    this.campaigns = campaigns;
    this.tallies = tallies;
    this.moves = moves;
  }

  /** How cancelling ended. */
  sealed interface Result {
    /** It is cancelled now, or was before. */
    record Cancelled(Campaign campaign) implements Result {}

    record NotFound() implements Result {}

    record NotCancellable(CampaignStatus status) implements Result {}
  }

  Result cancel(String campaignId, String reason, Actor actor) {
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      Optional<Campaign> found = campaigns.find(actor.organization(), campaignId);
      if (found.isEmpty()) {
        return new Result.NotFound();
      }
      Campaign campaign = found.get();
      if (campaign.status() == CampaignStatus.CANCELLED) {
        return new Result.Cancelled(campaign);
      }
      if (!campaign.status().mayMoveTo(CampaignStatus.CANCELLED)) {
        return new Result.NotCancellable(campaign.status());
      }
      Move move = moves.cancel(campaign, tallies.of(campaign), actor, reason);
      if (campaigns.move(move) == Stored.STORED) {
        return new Result.Cancelled(move.after());
      }
    }
    // Others changed it at every attempt.
    throw new DependencyUnavailable("The campaign", COME_BACK, null);
  }
}
