package io.updraft.campaign.advance;

import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.Campaigns;
import io.updraft.campaign.domain.Engine;
import io.updraft.campaign.domain.FailureLimits;
import io.updraft.campaign.domain.Moves;
import io.updraft.device.published.Tally;

/** Judges whether a campaign is over, and ends it. */
final class EndCampaign {
  private final Campaigns campaigns;
  private final Moves moves;

  EndCampaign(Campaigns campaigns, Moves moves) {
    this.campaigns = campaigns;
    this.moves = moves;
  }

  /**
   * Whether the campaign was over. If somebody else has moved it meanwhile nothing is written: that
   * move has woken the engine again.
   */
  boolean ended(Campaign campaign, Engine engine, Tally tally) {
    FailureLimits limits = campaign.plan().limits();
    if (limits.reached(tally, campaign.plan().pace().batchSize(), engine.resolved())) {
      campaigns.move(moves.fail(campaign, tally, reason(limits, tally)));
      return true;
    }
    if (engine.resolved() && tally.unfinished() == 0) {
      campaigns.move(moves.complete(campaign, tally));
      return true;
    }
    return false;
  }

  private static String reason(FailureLimits limits, Tally tally) {
    String reason =
        "%d of %d ended updates failed, which reaches the threshold of %d %%"
            .formatted(
                tally.failed(), tally.failed() + tally.completed(), limits.thresholdPercent());
    return limits.autoRollback()
        ? reason + "; automatic rollback is not available yet, so that no device is rolled back"
        : reason;
  }
}
