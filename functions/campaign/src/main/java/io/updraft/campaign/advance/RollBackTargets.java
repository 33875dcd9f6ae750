package io.updraft.campaign.advance;

import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.CampaignStatus;
import io.updraft.campaign.domain.Engine;
import io.updraft.campaign.domain.Engines;
import io.updraft.campaign.domain.RollbackPass;
import io.updraft.device.published.CampaignUpdates;
import io.updraft.device.published.CampaignUpdates.RollingBack;
import io.updraft.device.published.RollbackTrigger;
import io.updraft.device.published.Rollout;
import io.updraft.device.published.Tally;
import io.updraft.device.published.Target;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Takes back the devices of a campaign, never more at once than it may have updates at once, by the
 * same order of reading as {@link ReleaseUpdates}. Those that still have their update when their
 * turn comes are passed over; when all updates have ended another pass looks at them.
 */
final class RollBackTargets {
  private final Engines engines;
  private final TargetsInOrder inOrder;
  private final CampaignUpdates updates;
  private final JudgeCampaign judging;

  RollBackTargets(
      Engines engines, TargetsInOrder inOrder, CampaignUpdates updates, JudgeCampaign judging) {
    this.engines = engines;
    this.inOrder = inOrder;
    this.updates = updates;
    this.judging = judging;
  }

  /** The engine after the step; empty where nothing can be done now. */
  Optional<Engine> step(Campaign campaign, Engine engine) {
    if (campaign.status() != CampaignStatus.ROLLBACK) {
      return Optional.empty();
    }
    if (engine.rollback().position() < engine.targets()) {
      return goOn(campaign, engine);
    }
    return engine.rollback().again() ? nextPass(campaign, engine) : end(campaign, engine);
  }

  private Optional<Engine> goOn(Campaign campaign, Engine engine) {
    RollbackPass pass = engine.rollback();
    Tally back = updates.rollbackTally(campaign.organization(), campaign.campaignId());
    long free = campaign.plan().pace().maxConcurrentUpdates() - back.occupied();
    if (free <= 0) {
      return Optional.empty();
    }
    AtomicBoolean unfinished = new AtomicBoolean();
    return inOrder.treat(
        engine,
        pass.position(),
        Math.min(free, engine.targets() - pass.position()),
        target -> rollBack(campaign, target, unfinished),
        position -> engine.rolledBackTo(pass.to(position, unfinished.get())));
  }

  private void rollBack(Campaign campaign, Target target, AtomicBoolean unfinished) {
    Rollout rollout = campaign.rollout();
    RollbackTrigger trigger =
        Objects.requireNonNullElse(campaign.rollback(), RollbackTrigger.MANUAL);
    String reason = Objects.requireNonNullElse(campaign.statusReason(), "the campaign's rollback");
    if (updates.rollBack(rollout, target, trigger, reason) == RollingBack.UNFINISHED) {
      unfinished.set(true);
    }
  }

  private Optional<Engine> nextPass(Campaign campaign, Engine engine) {
    Tally tally = updates.tally(campaign.organization(), campaign.campaignId());
    if (tally.unfinished() > 0) {
      return Optional.empty();
    }
    Engine next = engine.rolledBackTo(engine.rollback().next());
    return engines.save(engine, next) ? Optional.of(next) : Optional.empty();
  }

  private Optional<Engine> end(Campaign campaign, Engine engine) {
    Tally back = updates.rollbackTally(campaign.organization(), campaign.campaignId());
    if (back.unfinished() == 0) {
      Tally tally = updates.tally(campaign.organization(), campaign.campaignId());
      judging.rolledBack(campaign, engine, tally, back);
    }
    return Optional.empty();
  }
}
