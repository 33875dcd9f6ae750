package io.updraft.campaign.advance;

import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.Engine;
import io.updraft.device.published.CampaignUpdates;
import io.updraft.device.published.Rollout;
import java.util.Optional;

/**
 * Lets the next devices have their updates.
 *
 * <p>Never too many: the engine was read before the tally. Whatever was released before the cursor
 * is in the tally, and another worker that started from the same cursor releases the same targets,
 * not others. Targets that turn out to be released or ended already count as released by this step:
 * to take others instead would be right for one worker and too many for two.
 */
final class ReleaseUpdates {
  private final TargetsInOrder inOrder;
  private final CampaignUpdates updates;

  ReleaseUpdates(TargetsInOrder inOrder, CampaignUpdates updates) {
    this.inOrder = inOrder;
    this.updates = updates;
  }

  /** The engine after the step; empty where somebody else has moved it. */
  Optional<Engine> step(Campaign campaign, Engine before, long count) {
    Rollout rollout = campaign.rollout();
    return inOrder.treat(
        before,
        before.released(),
        count,
        target -> updates.release(rollout, target),
        before::releasedTo);
  }
}
