package io.updraft.campaign.advance;

import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.CampaignStatus;
import io.updraft.campaign.domain.Campaigns;
import io.updraft.campaign.domain.Engine;
import io.updraft.campaign.domain.Engines;
import io.updraft.campaign.domain.Mandate;
import io.updraft.campaign.domain.Move;
import io.updraft.campaign.domain.Moves;
import io.updraft.campaign.domain.Targets;
import io.updraft.device.published.CampaignUpdates;
import io.updraft.device.published.DeviceDirectory;
import io.updraft.device.published.Tally;
import io.updraft.device.published.UpdateViews;
import java.time.Clock;
import java.util.Optional;

/**
 * Takes one campaign some steps further. Each step is bounded, can be repeated and can run twice at
 * once; it ends with a write of the engine, whose stream brings the next call. So nothing is lost
 * when this ends after {@link #MOST_STEPS}, or in the middle.
 */
final class AdvanceCampaign {
  /** Some seconds of work: then other campaigns of the same batch have their turn. */
  static final int MOST_STEPS = 20;

  private final Campaigns campaigns;
  private final Engines engines;
  private final CampaignUpdates updates;
  private final RunCampaign running;
  private final CarryCancellation carrying;
  private final RollBackTargets rollingBack;
  private final JudgeCampaign judging;

  AdvanceCampaign(
      Campaigns campaigns,
      Engines engines,
      Targets targets,
      DeviceDirectory directory,
      CampaignUpdates updates,
      UpdateViews views,
      Moves moves,
      Clock clock,
      Lanes lanes) {
    TargetsInOrder inOrder = new TargetsInOrder(engines, targets, lanes);
    this.campaigns = campaigns;
    this.engines = engines;
    this.updates = updates;
    this.judging = new JudgeCampaign(campaigns, moves);
    this.carrying = new CarryCancellation(inOrder, updates);
    this.rollingBack = new RollBackTargets(engines, inOrder, updates, judging);
    this.running =
        new RunCampaign(
            engines,
            updates,
            clock,
            judging,
            new ResolveTargets(engines, targets, directory, views),
            new ReleaseUpdates(inOrder, updates),
            new ArmSwitched(inOrder, updates));
  }

  /** Does what can be done now, within bounds; nothing for a campaign that has no work to do. */
  void advance(String organization, String campaignId) {
    Optional<Engine> engine =
        engines.find(organization, campaignId).filter(e -> e.mandate() != Mandate.DONE);
    if (engine.isPresent()) {
      Campaign campaign = campaigns.find(organization, campaignId).orElseThrow();
      for (int step = 0; step < MOST_STEPS && engine.isPresent(); step++) {
        engine = step(campaign, engine.get());
      }
    }
  }

  /** The engine after the step, where there may be more to do at once. */
  private Optional<Engine> step(Campaign campaign, Engine engine) {
    return switch (engine.mandate()) {
      case RUN -> running.step(campaign, engine);
      case PAUSE -> paused(campaign, engine);
      case STOP -> carrying.done(engine) ? Optional.empty() : carrying.step(campaign, engine);
      case WIND_UP ->
          carrying.done(engine) ? close(campaign, engine) : carrying.step(campaign, engine);
      case ROLL_BACK ->
          carrying.done(engine) ? rollingBack.step(campaign, engine) : cancelled(campaign, engine);
      case DONE -> Optional.empty();
    };
  }

  private Optional<Engine> paused(Campaign campaign, Engine engine) {
    if (campaign.status() == CampaignStatus.PAUSED) {
      judging.failedWhilePaused(campaign, engine, tally(campaign));
    }
    return Optional.empty();
  }

  /** A campaign that has ended has nothing left to cancel, and no need to look at each target. */
  private Optional<Engine> cancelled(Campaign campaign, Engine engine) {
    if (engine.carried() > 0 || tally(campaign).unfinished() > 0) {
      return carrying.step(campaign, engine);
    }
    Engine after = engine.carriedTo(engine.targets());
    return engines.save(engine, after) ? Optional.of(after) : Optional.empty();
  }

  /** The gate stays until the last device has confirmed, so that each is told at its next poll. */
  private Optional<Engine> close(Campaign campaign, Engine engine) {
    if (tally(campaign).unfinished() == 0) {
      engines.close(
          engine,
          engine.told(Mandate.DONE, null, Move.Nudge.NONE),
          campaign.firmware().firmwareId());
    }
    return Optional.empty();
  }

  private Tally tally(Campaign campaign) {
    return updates.tally(campaign.organization(), campaign.campaignId());
  }
}
