package io.updraft.campaign.domain;

import io.updraft.device.published.DeviceDirectory;

/** How many devices a campaign names, from maintained counts: an estimate until it is resolved. */
public final class TargetEstimate {
  private final DeviceDirectory directory;

  public TargetEstimate(DeviceDirectory directory) {
    this.directory = directory;
  }

  public long of(String organization, Targeting targeting, String model) {
    long members =
        targeting.groups().stream()
            .mapToLong(group -> directory.countMembers(organization, group))
            .sum();
    long matching = targeting.filter() == null ? 0 : directory.countOfModel(organization, model);
    return targeting.devices() + members + matching;
  }
}
