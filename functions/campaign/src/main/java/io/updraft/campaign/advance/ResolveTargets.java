package io.updraft.campaign.advance;

import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.Engine;
import io.updraft.campaign.domain.Engines;
import io.updraft.campaign.domain.Engines.Holding;
import io.updraft.campaign.domain.Place;
import io.updraft.campaign.domain.Targets;
import io.updraft.campaign.domain.Walk;
import io.updraft.campaign.targeting.Harvest;
import io.updraft.campaign.targeting.Screening;
import io.updraft.campaign.targeting.Source;
import io.updraft.device.published.CampaignUpdates;
import io.updraft.device.published.DeviceDirectory;
import io.updraft.device.published.DeviceDirectory.Ids;
import io.updraft.device.published.UpdateViews;
import io.updraft.lambda.DependencyUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds the next targets of a campaign and holds them for it. */
final class ResolveTargets {
  /** A transaction is worth its price from here on; the last pages seldom fill it exactly. */
  private static final int ENOUGH = 20;

  /** Pages that are read for one step; where few devices are eligible it ends with fewer. */
  private static final int MOST_PAGES = 10;

  private static final int MOST_ATTEMPTS = 5;
  private static final Duration COME_BACK = Duration.ofSeconds(1);

  private final Engines engines;
  private final Targets targets;
  private final DeviceDirectory directory;
  private final UpdateViews views;

  ResolveTargets(Engines engines, Targets targets, DeviceDirectory directory, UpdateViews views) {
    this.engines = engines;
    this.targets = targets;
    this.directory = directory;
    this.views = views;
  }

  /** The engine after the step; empty where somebody else has moved it. */
  Optional<Engine> step(Campaign campaign, Engine before, Instant now) {
    List<Source> sources = Source.of(campaign, targets, directory);
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      Harvest harvest = gather(campaign, before, sources);
      Walk walked = before.walk().on(harvest.walked());
      boolean last = harvest.place().source() == sources.size();
      Engine after = after(before, harvest, last ? walked.endedAt(now) : walked);
      switch (written(campaign, before, after, harvest)) {
        case HELD -> {
          return Optional.of(after);
        }
        case OVERTAKEN -> {
          return Optional.empty();
        }
        case STALE -> {}
      }
    }
    // They changed at every attempt: the batch comes again.
    throw new DependencyUnavailable("The devices", COME_BACK, null);
  }

  private Harvest gather(Campaign campaign, Engine before, List<Source> sources) {
    Screening screening = new Screening(campaign, before.walk(), directory, views);
    Harvest harvest = new Harvest(before.place());
    for (int page = 0; page < MOST_PAGES && goesOn(harvest, sources); page++) {
      Place place = harvest.place();
      int room = CampaignUpdates.MOST_TARGETS - harvest.targets().size();
      Ids ids = sources.get(place.source()).page(place.after(), room);
      boolean byFilter = place.source() == Source.filtered(campaign, sources);
      screening.screen(ids.deviceIds(), byFilter, harvest);
      harvest.moveTo(
          ids.next() == null ? place.nextSource() : new Place(place.source(), ids.next()),
          ids.deviceIds().size());
    }
    return harvest;
  }

  private static boolean goesOn(Harvest harvest, List<Source> sources) {
    return harvest.targets().size() < ENOUGH && harvest.place().source() < sources.size();
  }

  private static Engine after(Engine before, Harvest harvest, Walk walk) {
    return before.resolvedTo(harvest.place(), walk, harvest.targets().size(), harvest.leftOut());
  }

  private Holding written(Campaign campaign, Engine before, Engine after, Harvest harvest) {
    if (harvest.targets().isEmpty()) {
      return engines.save(before, after) ? Holding.HELD : Holding.OVERTAKEN;
    }
    return engines.hold(before, after, campaign.rollout(), harvest.targets());
  }
}
