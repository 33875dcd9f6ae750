package io.updraft.campaign.advance;

import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.Engine;
import io.updraft.device.published.CampaignUpdates;
import io.updraft.device.published.Rollout;
import java.util.Optional;

/** Starts the timeouts of devices that may switch, after the switch has been released. */
final class ArmSwitched {
  private final TargetsInOrder inOrder;
  private final CampaignUpdates updates;

  ArmSwitched(TargetsInOrder inOrder, CampaignUpdates updates) {
    this.inOrder = inOrder;
    this.updates = updates;
  }

  /** Whether some devices may have installed and do not know by when they are to switch. */
  boolean wanted(Rollout rollout, Engine engine) {
    return rollout.blueGreen()
        && engine.stage().number() > 0
        && engine.carried() < engine.released();
  }

  /** The engine after the step; empty where somebody else has moved it. */
  Optional<Engine> step(Campaign campaign, Engine before) {
    Rollout rollout = campaign.rollout();
    return inOrder.treat(
        before,
        before.carried(),
        before.released() - before.carried(),
        target -> updates.arm(rollout, target),
        before::carriedTo);
  }
}
