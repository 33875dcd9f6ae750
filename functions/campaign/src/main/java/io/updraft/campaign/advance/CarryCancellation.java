package io.updraft.campaign.advance;

import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.Engine;
import io.updraft.campaign.domain.Engines;
import io.updraft.campaign.domain.Targets;
import io.updraft.device.published.CampaignUpdates;
import io.updraft.device.published.Rollout;
import io.updraft.device.published.Target;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Brings a decision that is in force already to the updates, one by one. */
final class CarryCancellation {
  private static final int MOST_IN_STEP = 30;

  private final Engines engines;
  private final Targets targets;
  private final CampaignUpdates updates;
  private final Lanes lanes;

  CarryCancellation(Engines engines, Targets targets, CampaignUpdates updates, Lanes lanes) {
    this.engines = engines;
    this.targets = targets;
    this.updates = updates;
    this.lanes = lanes;
  }

  boolean done(Engine engine) {
    return engine.carried() >= engine.targets();
  }

  /** The engine after the step; empty where somebody else has moved it. */
  Optional<Engine> step(Campaign campaign, Engine before) {
    Rollout rollout = campaign.rollout();
    String reason = Objects.requireNonNullElse(before.reason(), "cancelled");
    List<Target> next =
        targets.held(
            campaign.organization(), campaign.campaignId(), before.carried(), MOST_IN_STEP);
    lanes.forEach(next, target -> updates.cancel(rollout, target, reason));
    Engine after = before.carriedTo(before.carried() + next.size());
    return engines.save(before, after) ? Optional.of(after) : Optional.empty();
  }
}
