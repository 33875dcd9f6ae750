package io.updraft.campaign.recall;

import io.updraft.campaign.domain.Actor;
import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.CampaignStatus;
import io.updraft.campaign.domain.CampaignTallies;
import io.updraft.campaign.domain.Campaigns;
import io.updraft.campaign.domain.Campaigns.Stored;
import io.updraft.campaign.domain.Moves;
import io.updraft.campaign.moves.MoveCampaign;
import java.util.Optional;

/**
 * Pauses a campaign whose firmware was recalled. The engine carries the cancellation to its
 * unfinished updates; polls and reports judge by the clearance in the meantime.
 */
final class PauseRecalled {
  private static final String REASON = "the firmware was recalled";

  private final Campaigns campaigns;
  private final MoveCampaign moving;
  private final CampaignTallies tallies;
  private final Moves moves;

  PauseRecalled(Campaigns campaigns, CampaignTallies tallies, Moves moves) {
    this.campaigns = campaigns;
    this.moving = new MoveCampaign(campaigns);
    this.tallies = tallies;
    this.moves = moves;
  }

  /** Changes nothing for a campaign that is neither in progress nor paused by a user. */
  void pause(String organization, String campaignId) {
    Actor system = Actor.system(organization);
    Optional<Boolean> _ = moving.move(campaignId, system, this::attempt);
  }

  /** Whether it was paused; empty where it has changed since it was read. */
  private Optional<Boolean> attempt(Campaign campaign) {
    if (!concerned(campaign)) {
      return Optional.of(false);
    }
    return paused(campaign) == Stored.STORED ? Optional.of(true) : Optional.empty();
  }

  private static boolean concerned(Campaign campaign) {
    return campaign.status() == CampaignStatus.IN_PROGRESS
        || (campaign.status() == CampaignStatus.PAUSED && !campaign.recalled());
  }

  private Stored paused(Campaign campaign) {
    return campaigns.move(moves.recall(campaign, tallies.of(campaign), REASON));
  }
}
