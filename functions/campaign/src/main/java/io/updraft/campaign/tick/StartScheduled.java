package io.updraft.campaign.tick;

import io.updraft.campaign.domain.Actor;
import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.CampaignStart;
import io.updraft.campaign.domain.CampaignStart.Attempt;
import io.updraft.campaign.domain.CampaignStatus;
import io.updraft.campaign.domain.Campaigns;
import io.updraft.campaign.domain.Moves;
import java.time.Clock;
import java.util.Optional;

/**
 * Starts a campaign whose scheduled start has come. One that can't start stays scheduled, says what
 * it waits for, and is tried again at the next tick.
 */
final class StartScheduled {
  private static final String FIRMWARE =
      "its firmware to be available; it is not any more: change the campaign, or cancel it";
  private static final String SLOT =
      "another campaign to end: as many as allowed are in progress, and it starts after that";

  private final Campaigns campaigns;
  private final CampaignStart start;
  private final Moves moves;
  private final Clock clock;

  StartScheduled(Campaigns campaigns, CampaignStart start, Moves moves, Clock clock) {
    this.campaigns = campaigns;
    this.start = start;
    this.moves = moves;
    this.clock = clock;
  }

  /** Whether the organization had no slot for it, so that no other of its campaigns can start. */
  boolean start(String organization, String campaignId) {
    Optional<Campaign> due = campaigns.find(organization, campaignId).filter(this::due);
    return due.isPresent() && full(due.get());
  }

  private boolean due(Campaign campaign) {
    return campaign.status() == CampaignStatus.SCHEDULED
        && campaign.plan().schedule().due(clock.instant());
  }

  private boolean full(Campaign campaign) {
    return switch (start.start(campaign, Actor.system(campaign.organization()))) {
      case Attempt.Started _, Attempt.Overtaken _, Attempt.NotApproved _ -> false;
      case Attempt.FirmwareGone _ -> {
        hindered(campaign, FIRMWARE);
        yield false;
      }
      case Attempt.TooMany _ -> {
        hindered(campaign, SLOT);
        yield true;
      }
    };
  }

  /** Written once, and not at each tick. */
  private void hindered(Campaign campaign, String reason) {
    if (!reason.equals(campaign.statusReason())) {
      campaigns.move(moves.hindered(campaign, reason));
    }
  }
}
