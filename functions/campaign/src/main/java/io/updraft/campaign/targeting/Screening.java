package io.updraft.campaign.targeting;

import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.DeviceFilter;
import io.updraft.campaign.domain.Eligibility;
import io.updraft.campaign.domain.LeftOut;
import io.updraft.campaign.domain.Membership;
import io.updraft.campaign.domain.Targeting;
import io.updraft.campaign.domain.Walk;
import io.updraft.device.published.DeviceDirectory;
import io.updraft.device.published.DeviceFacts;
import io.updraft.device.published.Target;
import io.updraft.device.published.UpdateView;
import io.updraft.device.published.UpdateViews;
import io.updraft.firmware.published.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides for each device of a page whether it becomes a target of the campaign. */
public final class Screening {
  private final Campaign campaign;
  private final Eligibility eligibility;
  private final boolean named;
  private final Instant started;
  private final DeviceDirectory directory;
  private final UpdateViews views;

  public Screening(Campaign campaign, Walk walk, DeviceDirectory directory, UpdateViews views) {
    this.campaign = campaign;
    this.eligibility = Eligibility.of(campaign);
    this.named = !walk.first() || campaign.plan().targeting().severalSources();
    this.started = Objects.requireNonNull(campaign.actualStart(), "a campaign that has started");
    this.directory = directory;
    this.views = views;
  }

  /** Adds the devices of a page to the harvest, each as a target, as left out, or not at all. */
  public void screen(List<String> deviceIds, boolean byFilter, Harvest harvest) {
    Set<String> known = knownTargets(deviceIds);
    List<String> unknown = deviceIds.stream().filter(id -> !known.contains(id)).toList();
    Map<String, DeviceFacts> facts =
        directory.find(campaign.organization(), unknown).stream()
            .collect(Collectors.toMap(DeviceFacts::deviceId, Function.identity()));
    for (String deviceId : unknown) {
      DeviceFacts device = facts.get(deviceId);
      if (device == null) {
        harvest.leaveOut(LeftOut.UNKNOWN_DEVICE);
      } else if (wanted(device, byFilter) && !eligibility.holds(device)) {
        decide(device, harvest);
      }
    }
  }

  /**
   * The devices that another source, or a walk before this one, has named already. The note in the
   * device's item tells only of unfinished updates; one that has ended is found by its id, which
   * follows from the device's.
   */
  private Set<String> knownTargets(List<String> deviceIds) {
    if (!named) {
      return Set.of();
    }
    List<String> updateIds = deviceIds.stream().map(this::updateId).toList();
    return views.find(campaign.organization(), updateIds).stream()
        .map(UpdateView::deviceId)
        .collect(Collectors.toSet());
  }

  private boolean wanted(DeviceFacts device, boolean byFilter) {
    Targeting targeting = campaign.plan().targeting();
    @Nullable DeviceFilter filter = targeting.filter();
    return !byFilter || filter == null || filter.matches(device);
  }

  private void decide(DeviceFacts device, Harvest harvest) {
    eligibility
        .obstacle(device)
        .ifPresentOrElse(harvest::leaveOut, () -> harvest.target(target(device)));
  }

  private Target target(DeviceFacts device) {
    Version version = device.firmwareVersion();
    String from = version == null ? null : version.text();
    return new Target(updateId(device.deviceId()), device.deviceId(), from);
  }

  private String updateId(String deviceId) {
    return Membership.of(campaign.campaignId(), deviceId).updateId(started);
  }
}
