package io.updraft.campaign.recall;

import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.CampaignStatus;
import io.updraft.campaign.domain.CampaignTallies;
import io.updraft.campaign.domain.Campaigns;
import io.updraft.campaign.domain.Campaigns.Stored;
import io.updraft.campaign.domain.Moves;
import io.updraft.lambda.DependencyUnavailable;
import java.time.Duration;
import java.util.Optional;

/**
 * Pauses a campaign whose firmware was recalled. The engine carries the cancellation to its
 * unfinished updates; polls and reports judge by the clearance in the meantime.
 */
final class PauseRecalled {
  private static final int MOST_ATTEMPTS = 5;
  private static final Duration COME_BACK = Duration.ofSeconds(1);
  private static final String REASON = "the firmware was recalled";

  private final Campaigns campaigns;
  private final CampaignTallies tallies;
  private final Moves moves;

  PauseRecalled(Campaigns campaigns, CampaignTallies tallies, Moves moves) {
    this.campaigns = campaigns;
    this.tallies = tallies;
    this.moves = moves;
  }

  /** Changes nothing for a campaign that is neither in progress nor paused by a user. */
  void pause(String organization, String campaignId) {
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      Optional<Campaign> running =
          campaigns.find(organization, campaignId).filter(PauseRecalled::concerned);
      if (running.isEmpty() || paused(running.get()) == Stored.STORED) {
        return;
      }
    }
    // Others changed it at every attempt: the batch comes again.
    throw new DependencyUnavailable("The campaign", COME_BACK, null);
  }

  private static boolean concerned(Campaign campaign) {
    return campaign.status() == CampaignStatus.IN_PROGRESS
        || (campaign.status() == CampaignStatus.PAUSED && !campaign.recalled());
  }

  private Stored paused(Campaign campaign) {
    return campaigns.move(moves.recall(campaign, tallies.of(campaign), REASON));
  }
}
