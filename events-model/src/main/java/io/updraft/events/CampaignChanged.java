package io.updraft.events;

import java.time.Instant;

/**
 * The events of a campaign that tell nothing but its state: they share the shape {@link
 * CampaignChange}.
 */
public sealed interface CampaignChanged extends CampaignEvent
    permits CampaignApproved,
        CampaignCancelled,
        CampaignCompleted,
        CampaignFailed,
        CampaignPaused,
        CampaignPromoted,
        CampaignRejected,
        CampaignResumed,
        CampaignRollbackStarted,
        CampaignRolledBack,
        CampaignScheduled,
        CampaignUpdated {
  CampaignChange change();

  @Override
  default String campaignId() {
    return change().campaignId();
  }

  @Override
  default Instant timestamp() {
    return change().timestamp();
  }
}
