package io.updraft.campaign.advance;

import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.Engine;
import io.updraft.device.published.CampaignUpdates;
import io.updraft.device.published.Rollout;
import java.util.Objects;
import java.util.Optional;

/** Brings a decision that is in force already to the updates, one by one. */
final class CarryCancellation {
  private final TargetsInOrder inOrder;
  private final CampaignUpdates updates;

  CarryCancellation(TargetsInOrder inOrder, CampaignUpdates updates) {
    this.inOrder = inOrder;
    this.updates = updates;
  }

  boolean done(Engine engine) {
    return engine.carried() >= engine.targets();
  }

  /** The engine after the step; empty where somebody else has moved it. */
  Optional<Engine> step(Campaign campaign, Engine before) {
    Rollout rollout = campaign.rollout();
    String reason = Objects.requireNonNullElse(before.reason(), "cancelled");
    return inOrder.treat(
        before,
        before.carried(),
        before.targets() - before.carried(),
        target -> updates.cancel(rollout, target, reason),
        before::carriedTo);
  }
}
