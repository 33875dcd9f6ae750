package io.updraft.campaign.preview;

import io.updraft.campaign.domain.Actor;
import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.CampaignFirmware;
import io.updraft.campaign.domain.Moves;
import io.updraft.campaign.domain.TargetEstimate;
import io.updraft.campaign.domain.Walk;
import io.updraft.campaign.plan.Judged;
import io.updraft.campaign.targeting.Screening;
import io.updraft.campaign.targeting.Source;
import io.updraft.device.published.DeviceDirectory;
import io.updraft.device.published.Target;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Resolves the targets of a plan as the engine would, within bounds, and keeps nothing. */
final class PreviewCampaign {
  private static final int MOST_SHOWN = 20;

  private final DeviceDirectory directory;
  private final TargetEstimate estimate;
  private final Moves moves;
  private final Clock clock;

  PreviewCampaign(DeviceDirectory directory, Clock clock) {
    this.directory = directory;
    this.estimate = new TargetEstimate(directory);
    this.moves = new Moves(clock, new PreviewIds());
    this.clock = clock;
  }

  Preview preview(Judged judged, Actor actor) {
    Instant latest = clock.instant().plus(PreviewWalk.MOST_TIME);
    Campaign campaign = started(judged, actor);
    GivenTargets given = new GivenTargets(judged.wish().targetDevices());
    // Nothing is held yet, so that no update is to be asked for.
    Screening screening =
        new Screening(campaign, Walk.FIRST, directory, (organization, ids) -> List.of());
    PreviewWalk walk = new PreviewWalk(Source.of(campaign, given, directory), campaign, screening);
    while (walk.goesOn() && clock.instant().isBefore(latest)) {
      walk.step();
    }
    return preview(campaign, walk);
  }

  /** What would be there after the start, if it were written. */
  private Campaign started(Judged judged, Actor actor) {
    CampaignFirmware firmware = CampaignFirmware.of(judged.firmware());
    Campaign created = moves.create(judged.plan(), firmware, 0, actor).after();
    return moves.start(created, 0, actor).after();
  }

  private Preview preview(Campaign campaign, PreviewWalk walk) {
    List<Target> targets = walk.harvest().targets();
    return new Preview(
        targets.size(),
        walk.harvest().leftOut(),
        walk.examined(),
        walk.complete(),
        walk.complete() ? targets.size() : extrapolated(campaign, walk, targets.size()),
        targets.stream().limit(MOST_SHOWN).map(Target::deviceId).toList());
  }

  /** Of the devices that the maintained counts know of, the share that the examined ones have. */
  private long extrapolated(Campaign campaign, PreviewWalk walk, long targets) {
    long named =
        estimate.of(
            campaign.organization(),
            campaign.plan().targeting(),
            campaign.firmware().deviceModel());
    long examined = walk.examined();
    return examined == 0 ? named : Math.max(targets, named * targets / examined);
  }
}
