package io.updraft.campaign.advance;

import static io.updraft.campaign.memory.Examples.ORGANIZATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.Engine;
import io.updraft.campaign.domain.Mandate;
import io.updraft.campaign.dynamodb.DynamoWorld;
import io.updraft.device.domain.Device;
import io.updraft.device.domain.Update;
import io.updraft.device.domain.UpdateStatus;
import io.updraft.device.published.CampaignUpdates;
import io.updraft.device.published.Tally;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the rules promise of a campaign and its devices at every moment at which nobody works. */
final class WholeRules {
  private final DynamoWorld world;
  private final WholeFleet fleet;
  private final String campaignId;
  private final int concurrent;
  private final Map<String, Update> known = new HashMap<>();
  private final Set<Sight> seen = EnumSet.noneOf(Sight.class);

  WholeRules(DynamoWorld world, WholeFleet fleet, String campaignId, int concurrent) {
    this.world = world;
    this.fleet = fleet;
    this.campaignId = campaignId;
    this.concurrent = concurrent;
  }

  void check() {
    List<Update> all = fleet.ids().stream().flatMap(id -> fleet.updates(id).stream()).toList();
    counters(all);
    fleet.ids().forEach(id -> inbox(id, all));
    // Reading is what a walk takes its time for; those that stay are looked at once more at rest.
    all.stream().filter(u -> !u.equals(known.get(u.id()))).forEach(this::events);
    all.forEach(this::finality);
    Campaign campaign = world.stores().campaigns().find(ORGANIZATION, campaignId).orElseThrow();
    assertThat(world.events(campaignId))
        .as("events of the campaign")
        .hasSize((int) campaign.sequence());
    rest(campaign, all);
  }

  /** What has come into sight, since a rule about what never happens holds for nothing. */
  Set<Sight> seen() {
    return seen;
  }

  /** Counters are those of the updates, add up, and are within their bounds. */
  private void counters(List<Update> all) {
    CampaignUpdates counted = world.stores().devices().updates();
    Tally tally = counted.tally(ORGANIZATION, campaignId);
    Tally back = counted.rollbackTally(ORGANIZATION, campaignId);
    seen.addAll(Sight.of(tally, back, concurrent));
    assertThat(tally).as("of %s", all).isEqualTo(Recount.of(all, false));
    assertThat(back).as("rollbacks of %s", all).isEqualTo(Recount.of(all, true));
    assertThat(tally.total())
        .isEqualTo(
            tally.pending()
                + tally.inProgress()
                + tally.completed()
                + tally.failed()
                + tally.cancelled());
    assertThat(tally.occupied() - returned(all, false)).as("slots").isLessThanOrEqualTo(concurrent);
    assertThat(back.occupied() - returned(all, true))
        .as("slots of rollbacks")
        .isLessThanOrEqualTo(concurrent);
  }

  /**
   * Those that were silent until their slot was given away, came back, and have one now: one more
   * than there may be, each.
   */
  private long returned(List<Update> all, boolean back) {
    return all.stream()
        .filter(u -> u.assignment().takesBack() == back)
        .filter(u -> fleet.wasSilent(u) && u.occupies())
        .count();
  }

  /** One unfinished update per device and firmware, and the device's inbox tells just these. */
  private void inbox(String deviceId, List<Update> all) {
    Device device = fleet.device(deviceId);
    List<Update> unfinished =
        all.stream()
            .filter(u -> u.assignment().deviceId().equals(deviceId) && !u.status().ended())
            .toList();
    assertThat(device.inbox().stream().map(Device.Note::updateId))
        .as("inbox of %s", deviceId)
        .containsExactlyInAnyOrderElementsOf(unfinished.stream().map(Update::id).toList());
    assertThat(unfinished.stream().map(u -> u.assignment().firmwareId())).doesNotHaveDuplicates();
  }

  /** An event for each change that is announced, and none more. */
  private void events(Update update) {
    assertThat(world.events(update.id()))
        .as("events of %s", update)
        .hasSize((int) update.course().sequence());
  }

  /** What has ended for good stays as it was, whatever is reported, cancelled or taken back. */
  private void finality(Update update) {
    Update before = known.put(update.id(), update);
    if (before != null && ended(before)) {
      assertThat(update).as("it had ended").isEqualTo(before);
    }
  }

  /** A campaign at which nobody works any more leaves nothing undone. */
  private void rest(Campaign campaign, List<Update> all) {
    Engine engine = world.stores().engines().find(ORGANIZATION, campaignId).orElse(null);
    if (engine == null || engine.mandate() != Mandate.DONE) {
      return;
    }
    all.forEach(this::events);
    assertThat(all).as("unfinished").filteredOn(u -> !ended(u)).isEmpty();
    if (campaign.rollback() != null) {
      all.stream().filter(u -> !u.assignment().takesBack()).forEach(u -> goneBack(u, all));
    }
  }

  /** Whoever was updated went back, or failed to. */
  private void goneBack(Update update, List<Update> all) {
    if (update.status() != UpdateStatus.COMPLETED) {
      return;
    }
    if (update.cancelling()) {
      seen.add(Sight.PASSED_OVER);
    }
    String id = update.assignment().deviceId();
    List<UpdateStatus> back =
        all.stream()
            .filter(u -> u.assignment().takesBack() && u.assignment().deviceId().equals(id))
            .map(Update::status)
            .toList();
    assertThat(back).as("rollbacks of %s", id).hasSize(1);
    assertThat(String.valueOf(fleet.device(id).firmwareVersion()))
        .as("%s after %s", id, back)
        .isEqualTo(back.contains(UpdateStatus.COMPLETED) ? "1.0.0" : "2.0.0");
  }

  /** Whether nothing is to come of it by itself. */
  private static boolean ended(Update update) {
    return update.status().compareTo(UpdateStatus.COMPLETED) >= 0
        && update.course().dueAt() == null;
  }
}
