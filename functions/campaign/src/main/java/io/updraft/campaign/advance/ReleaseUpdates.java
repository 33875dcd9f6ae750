package io.updraft.campaign.advance;

import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.Engine;
import io.updraft.campaign.domain.Engines;
import io.updraft.campaign.domain.Targets;
import io.updraft.campaign.strategy.Figures;
import io.updraft.campaign.strategy.Step.Enter;
import io.updraft.campaign.strategy.Step.Fail;
import io.updraft.campaign.strategy.Step.Release;
import io.updraft.campaign.strategy.Step.ReleaseSwitch;
import io.updraft.campaign.strategy.Step.Wait;
import io.updraft.campaign.strategy.Strategy;
import io.updraft.device.published.CampaignUpdates;
import io.updraft.device.published.Rollout;
import io.updraft.device.published.Tally;
import io.updraft.device.published.Target;
import java.util.List;
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
  /** Releases before the cursor is written, and so repeated at most after a crash. */
  private static final int MOST_IN_STEP = 30;

  private final Engines engines;
  private final Targets targets;
  private final CampaignUpdates updates;
  private final Lanes lanes;

  ReleaseUpdates(Engines engines, Targets targets, CampaignUpdates updates, Lanes lanes) {
    this.engines = engines;
    this.targets = targets;
    this.updates = updates;
    this.lanes = lanes;
  }

  /** How many may be released now, by a tally that was read after the engine. */
  int releasable(Campaign campaign, Engine engine, Tally tally) {
    Figures figures =
        new Figures(
            engine.targets(),
            engine.resolved(),
            engine.released(),
            tally,
            campaign.plan().pace(),
            engine.promoted());
    Strategy strategy = Strategy.of(campaign.plan().pace().strategy());
    return switch (strategy.next(figures, engine.stage(), campaign.updatedAt())) {
      case Release release -> (int) Math.min(release.count(), MOST_IN_STEP);
      case Enter _, ReleaseSwitch _, Fail _, Wait _ -> 0;
    };
  }

  /** The engine after the step; empty where somebody else has moved it. */
  Optional<Engine> step(Campaign campaign, Engine before, int count) {
    Rollout rollout = campaign.rollout();
    List<Target> next =
        targets.held(campaign.organization(), campaign.campaignId(), before.released(), count);
    lanes.forEach(next, target -> updates.release(rollout, target));
    Engine after = before.releasedTo(before.released() + next.size());
    return engines.save(before, after) ? Optional.of(after) : Optional.empty();
  }
}
