package io.updraft.campaign.preview;

import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.Place;
import io.updraft.campaign.targeting.Harvest;
import io.updraft.campaign.targeting.Screening;
import io.updraft.campaign.targeting.Source;
import io.updraft.device.published.DeviceDirectory.Ids;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The way through the devices that a plan names, each looked at once. */
final class PreviewWalk {
  static final int MOST_DEVICES = 10_000;
  static final Duration MOST_TIME = Duration.ofSeconds(10);

  /** As many as the directory finds at once. */
  private static final int PAGE = 100;

  private final List<Source> sources;
  private final int filtered;
  private final Screening screening;
  private final Harvest harvest = new Harvest(Place.START);
  private final Set<String> examined = new HashSet<>();

  PreviewWalk(List<Source> sources, Campaign campaign, Screening screening) {
    this.sources = sources;
    this.filtered = Source.filtered(campaign, sources);
    this.screening = screening;
  }

  boolean goesOn() {
    return !complete() && examined.size() < MOST_DEVICES;
  }

  boolean complete() {
    return harvest.place().source() == sources.size();
  }

  void step() {
    Place place = harvest.place();
    int room = Math.min(PAGE, MOST_DEVICES - examined.size());
    Ids ids = sources.get(place.source()).page(place.after(), room);
    List<String> fresh = ids.deviceIds().stream().filter(examined::add).toList();
    screening.screen(fresh, place.source() == filtered, harvest);
    harvest.moveTo(
        ids.next() == null ? place.nextSource() : new Place(place.source(), ids.next()),
        ids.deviceIds().size());
  }

  Harvest harvest() {
    return harvest;
  }

  long examined() {
    return examined.size();
  }
}
