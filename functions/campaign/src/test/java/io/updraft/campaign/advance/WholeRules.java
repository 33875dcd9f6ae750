package io.updraft.campaign.advance;

import static io.updraft.campaign.memory.Examples.ORGANIZATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.dynamodb.DynamoWorld;
import io.updraft.device.domain.Counted;
import io.updraft.device.domain.Device;
import io.updraft.device.domain.Update;
import io.updraft.device.published.CampaignUpdates;
import io.updraft.device.published.Tally;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the rules promise of a campaign and its devices at every moment at which nobody works. */
final class WholeRules {
  private final DynamoWorld world;
  private final WholeFleet fleet;
  private final String campaignId;
  private final int concurrent;
  private final Map<String, Update> settled = new HashMap<>();

  WholeRules(DynamoWorld world, WholeFleet fleet, String campaignId, int concurrent) {
    this.world = world;
    this.fleet = fleet;
    this.campaignId = campaignId;
    this.concurrent = concurrent;
  }

  void check() {
    List<Update> all = fleet.ids().stream().flatMap(id -> fleet.updates(id).stream()).toList();
    counters(all);
    fleet.ids().forEach(this::inbox);
    all.forEach(this::events);
    all.forEach(this::finality);
    Campaign campaign = world.stores().campaigns().find(ORGANIZATION, campaignId).orElseThrow();
    assertThat(world.events(campaignId))
        .as("events of the campaign")
        .hasSize((int) campaign.sequence());
  }

  /** Counters are those of the updates, add up, and are within their bounds. */
  private void counters(List<Update> all) {
    CampaignUpdates counted = world.stores().devices().updates();
    Tally tally = counted.tally(ORGANIZATION, campaignId);
    Tally back = counted.rollbackTally(ORGANIZATION, campaignId);
    assertThat(tally).isEqualTo(sum(all, false));
    assertThat(back).isEqualTo(sum(all, true));
    assertThat(tally.total())
        .isEqualTo(
            tally.pending()
                + tally.inProgress()
                + tally.completed()
                + tally.failed()
                + tally.cancelled());
    assertThat(tally.occupied() - returned(all)).isLessThanOrEqualTo(concurrent);
    assertThat(back.occupied()).isLessThanOrEqualTo(concurrent);
  }

  private static Tally sum(List<Update> all, boolean back) {
    return all.stream()
        .filter(u -> u.assignment().takesBack() == back)
        .map(Counted::created)
        .reduce(Tally.NONE, Tally::plus);
  }

  /** Those that were silent until their slot was given away, and came back, take one more. */
  private long returned(List<Update> all) {
    return all.stream().filter(u -> !u.assignment().takesBack()).filter(fleet::wasSilent).count();
  }

  /** One unfinished update per device and firmware, and the device's inbox tells just these. */
  private void inbox(String deviceId) {
    Device device = fleet.device(deviceId);
    List<Update> unfinished =
        fleet.updates(deviceId).stream().filter(u -> !u.status().ended()).toList();
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

  /** What has ended for good stays as it was, but for the mark of a rollback that has begun. */
  private void finality(Update update) {
    Update before = settled.get(update.id());
    if (before != null) {
      assertThat(update.status()).isEqualTo(before.status());
      assertThat(update.course().errorCode()).isEqualTo(before.course().errorCode());
    }
    if (update.settled()) {
      settled.put(update.id(), update);
    }
  }
}
