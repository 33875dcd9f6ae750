package io.updraft.campaign.targeting;

import io.updraft.campaign.domain.LeftOut;
import io.updraft.campaign.domain.Place;
import io.updraft.device.published.Target;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What has been gathered of the devices that a campaign names. */
public final class Harvest {
  private final List<Target> targets = new ArrayList<>();
  private final Map<LeftOut, Long> leftOut = new EnumMap<>(LeftOut.class);
  private final Set<String> deviceIds = new HashSet<>();
  private Place place;
  private long walked;

  public Harvest(Place start) {
    place = start;
  }

  void target(Target target) {
    if (deviceIds.add(target.deviceId())) {
      targets.add(target);
    }
  }

  void leaveOut(LeftOut why) {
    leftOut.merge(why, 1L, Long::sum);
  }

  /** After so many devices of a source. */
  public void moveTo(Place next, int devices) {
    place = next;
    walked += devices;
  }

  public List<Target> targets() {
    return List.copyOf(targets);
  }

  public Map<LeftOut, Long> leftOut() {
    return Map.copyOf(leftOut);
  }

  public long walked() {
    return walked;
  }

  public Place place() {
    return place;
  }
}
