package io.updraft.campaign.domain;

import io.updraft.device.published.CampaignUpdates;
import io.updraft.device.published.Tally;

/** Counts the updates of campaigns. */
public final class CampaignTallies {
  private final CampaignUpdates updates;

  public CampaignTallies(CampaignUpdates updates) {
    this.updates = updates;
  }

  /** Without a read before the start, when there is nothing to count. */
  public Tally of(Campaign campaign) {
    return campaign.started()
        ? updates.tally(campaign.organization(), campaign.campaignId())
        : Tally.NONE;
  }
}
