package io.updraft.campaign.domain;

import io.updraft.device.published.CampaignUpdates;
import io.updraft.device.published.Tally;

/** Counts the updates of campaigns. */
public final class CampaignTallies {
  private final CampaignUpdates updates;

  public CampaignTallies(CampaignUpdates updates) {
    this.updates = updates;
  }

  /** The devices that are taken back; without a read unless that goes on. */
  public Tally ofRollbacks(Campaign campaign) {
    return campaign.status() == CampaignStatus.ROLLBACK
        ? updates.rollbackTally(campaign.organization(), campaign.campaignId())
        : Tally.NONE;
  }

  /** Without a read before the start, when there is nothing to count. */
  public Tally of(Campaign campaign) {
    return campaign.started()
        ? updates.tally(campaign.organization(), campaign.campaignId())
        : Tally.NONE;
  }
}
