package io.updraft.fleet;

import io.updraft.fleet.campaign.CampaignFigures;
import io.updraft.fleet.campaign.CampaignRun;
import io.updraft.fleet.device.DeviceState;
import io.updraft.fleet.device.Fleet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a run shows that was not expected; nothing, if all is well. */
record Verdict(List<String> surprises) {

  static Verdict of(Fleet fleet, Optional<Rollout> rollout, boolean waitedInVain) {
    List<String> surprises = new ArrayList<>();
    if (waitedInVain) {
      surprises.add("the time was up before everything was done");
    }
    rollout.ifPresent(r -> judge(r, fleet, surprises));
    fleet.surprises().forEach(surprises::add);
    return new Verdict(List.copyOf(surprises));
  }

  boolean isGood() {
    return surprises.isEmpty();
  }

  private static void judge(Rollout rollout, Fleet fleet, List<String> surprises) {
    rollout.trouble().ifPresent(surprises::add);
    CampaignRun campaign = rollout.campaign();
    if (campaign.wrongReads() > 0) {
      surprises.add("the counters did not add up at %d reads".formatted(campaign.wrongReads()));
    }
    campaign
        .latest()
        .ifPresentOrElse(
            figures -> judge(figures, rollout.expectedStatus(), fleet, surprises),
            () -> surprises.add("no campaign was started"));
    if (rollout.takesBack() && rollout.expectedStatus().equals("failed")) {
      compare("devices that were not taken back", 0, fleet.changed(), surprises);
    }
  }

  private static void judge(
      CampaignFigures figures, String expected, Fleet fleet, List<String> surprises) {
    if (!figures.status().equals(expected)) {
      surprises.add("the campaign is %s, not %s".formatted(figures.status(), expected));
    }
    // One that has failed may have done so before it knew all its targets.
    if (figures.status().equals("completed")) {
      compare("targets", figures.total(), fleet.size(), surprises);
    }
    compare("completed", figures.completed(), fleet.count(DeviceState.COMPLETED), surprises);
    compare("failed", figures.failed(), fleet.count(DeviceState.FAILED), surprises);
  }

  private static void compare(String what, long counted, long devices, List<String> surprises) {
    if (counted != devices) {
      surprises.add("%s: the campaign's are %d, the fleet's %d".formatted(what, counted, devices));
    }
  }
}
