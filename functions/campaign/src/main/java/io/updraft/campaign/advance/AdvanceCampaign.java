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
  private final ResolveTargets resolving;
  private final ReleaseUpdates releasing;
  private final CarryCancellation carrying;
  private final EndCampaign ending;

  AdvanceCampaign(
      Campaigns campaigns,
      Engines engines,
      Targets targets,
      DeviceDirectory directory,
      CampaignUpdates updates,
      UpdateViews views,
      Moves moves,
      Lanes lanes) {
    this.campaigns = campaigns;
    this.engines = engines;
    this.updates = updates;
    this.resolving = new ResolveTargets(engines, targets, directory, views);
    this.releasing = new ReleaseUpdates(engines, targets, updates, lanes);
    this.carrying = new CarryCancellation(engines, targets, updates, lanes);
    this.ending = new EndCampaign(campaigns, moves);
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
      case RUN -> run(campaign, engine);
      case PAUSE -> Optional.empty();
      case STOP -> carrying.done(engine) ? Optional.empty() : carrying.step(campaign, engine);
      case WIND_UP ->
          carrying.done(engine) ? close(campaign, engine) : carrying.step(campaign, engine);
      case ROLL_BACK, DONE -> Optional.empty();
    };
  }

  /** The campaign was read after the engine; where it has moved on, that move wakes us again. */
  private Optional<Engine> run(Campaign campaign, Engine engine) {
    if (campaign.status() != CampaignStatus.IN_PROGRESS) {
      return Optional.empty();
    }
    Tally tally = updates.tally(campaign.organization(), campaign.campaignId());
    if (ending.ended(campaign, engine, tally)) {
      return Optional.empty();
    }
    int releasable = releasing.releasable(campaign, engine, tally);
    if (releasable > 0) {
      return releasing.step(campaign, engine, releasable);
    }
    return engine.resolved() ? Optional.empty() : resolving.step(campaign, engine);
  }

  /** The gate stays until the last device has confirmed, so that each is told at its next poll. */
  private Optional<Engine> close(Campaign campaign, Engine engine) {
    Tally tally = updates.tally(campaign.organization(), campaign.campaignId());
    if (tally.unfinished() == 0) {
      engines.close(
          engine,
          engine.told(Mandate.DONE, null, Move.Nudge.NONE),
          campaign.firmware().firmwareId());
    }
    return Optional.empty();
  }
}
