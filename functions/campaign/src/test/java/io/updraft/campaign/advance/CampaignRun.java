package io.updraft.campaign.advance;

import static io.updraft.campaign.memory.Examples.FIRMWARE_ID;
import static io.updraft.campaign.memory.Examples.OLGA;
import static io.updraft.campaign.memory.Examples.ORGANIZATION;

import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.CampaignStatus;
import io.updraft.campaign.domain.Campaigns.Stored;
import io.updraft.campaign.domain.Engine;
import io.updraft.campaign.domain.Mandate;
import io.updraft.campaign.domain.Membership;
import io.updraft.campaign.domain.Move;
import io.updraft.campaign.domain.Moves;
import io.updraft.campaign.domain.Pace;
import io.updraft.campaign.domain.Targeting;
import io.updraft.campaign.memory.Examples;
import io.updraft.campaign.memory.MemoryCatalogue;
import io.updraft.campaign.memory.MemoryFleet;
import io.updraft.campaign.memory.MemoryStore;
import io.updraft.campaign.memory.MemoryUpdates;
import io.updraft.campaign.memory.MemoryUpdates.Entry;
import io.updraft.campaign.memory.MemoryUpdates.State;
import io.updraft.campaign.memory.SeededIds;
import io.updraft.device.published.Tally;
import io.updraft.firmware.published.FirmwareStatus;
import io.updraft.testing.MutableClock;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * One campaign from its start to its end, by chance: up to two workers at once that may die before
 * any call, devices that finish, fail or fall silent, and in unquiet runs a recall, a user who
 * cancels, devices that vanish, and updates that others start.
 */
final class CampaignRun {
  private static final int MOST_TURNS = 60_000;

  private final SplittableRandom random;
  private final Interleaving workers = new Interleaving();
  private final MemoryUpdates updates;
  private final MemoryFleet fleet;
  private final MemoryStore store;
  private final Moves moves;
  private final AdvanceCampaign advance;
  private final List<String> named = new ArrayList<>();
  private final TreeSet<String> expected = new TreeSet<>();
  private final Pace pace;
  private final boolean unquiet;
  private final double failing;
  private String campaignId = "";
  private boolean woken;

  CampaignRun(long seed) {
    random = new SplittableRandom(seed);
    moves = new Moves(MutableClock.at("2026-11-24T08:00:00Z"), new SeededIds(seed));
    unquiet = random.nextInt(3) == 0;
    failing = random.nextInt(3) == 0 ? random.nextDouble() : 0.05;
    pace = Examples.pace(1 + random.nextInt(100), 1 + random.nextInt(40), 1 + random.nextInt(60));
    updates = new MemoryUpdates(workers::turn, () -> woken = true);
    fleet = new MemoryFleet(updates, workers::turn);
    MemoryCatalogue catalogue =
        new MemoryCatalogue().put(ORGANIZATION, FIRMWARE_ID, FirmwareStatus.AVAILABLE);
    store = new MemoryStore(updates, catalogue, 5, workers::turn, () -> woken = true);
    advance =
        new AdvanceCampaign(
            store, store.engines(), store, fleet, updates, updates, moves, new Lanes(1));
  }

  /** Plays it to the end. */
  CampaignRun play() {
    begin();
    for (int turn = 0; turn < MOST_TURNS && !over(); turn++) {
      act();
      checkAlways();
    }
    require(over(), "it never ended: " + campaign() + engine() + tally());
    return this;
  }

  private void begin() {
    Targeting targeting = fleet();
    Move creation =
        moves.create(
            Examples.plan(
                targeting, pace, Examples.limits(1 + random.nextInt(100), 1 + random.nextInt(4))),
            Examples.firmware(),
            0,
            OLGA);
    campaignId = creation.after().campaignId();
    require(store.create(creation, named, false) == Stored.STORED, "created");
    require(store.move(moves.start(creation.after(), 0, OLGA)) == Stored.STORED, "started");
    expected.removeIf(id -> !Membership.of(campaignId, id).within(pace.rolloutPercentage()));
  }

  private Targeting fleet() {
    int size = random.nextInt(5) == 0 ? 0 : random.nextInt(160);
    boolean byModel = random.nextInt(3) == 0;
    for (int i = 0; i < size; i++) {
      String id = "d%03d".formatted(i);
      boolean grouped = random.nextInt(3) == 0;
      boolean other = random.nextInt(8) == 0;
      fleet.add(
          id,
          other ? "valve" : "pump",
          Examples.firmware().version(),
          null,
          grouped ? new String[] {"north", "south"} : new String[] {});
      boolean explicit = random.nextInt(2) == 0;
      if (explicit) {
        named.add(id);
      }
      if (!other && (grouped || explicit || byModel)) {
        expected.add(id);
      }
    }
    return new Targeting(
        named.size(), List.of("north", "south"), byModel ? Examples.ANY_PUMP : null, false);
  }

  private void act() {
    int what = random.nextInt(100);
    if (what > 97 && campaign().status() == CampaignStatus.PAUSED) {
      cancel();
    } else if (what < 60) {
      work();
    } else if (what < 99 || !unquiet) {
      deviceActs();
    } else {
      disturb();
    }
  }

  private void work() {
    List<Interleaving.Worker> live = workers.live();
    if (woken && live.size() < 2 && (live.isEmpty() || random.nextInt(4) == 0)) {
      woken = false;
      workers.start(() -> advance.advance(ORGANIZATION, campaignId));
    } else if (!live.isEmpty()) {
      boolean crash = random.nextInt(60) == 0;
      // A batch that did not succeed comes again.
      woken |= crash;
      workers.step(live.get(random.nextInt(live.size())), crash);
    }
  }

  private void deviceActs() {
    List<Entry> running =
        updates.where(e -> e.state() == State.SCHEDULED || e.state() == State.ON_DEVICE);
    if (running.isEmpty()) {
      return;
    }
    Entry entry = running.get(random.nextInt(running.size()));
    if (entry.cancelling() && random.nextBoolean()) {
      updates.set(entry.updateId(), State.CANCELLED);
    } else if (random.nextInt(10) == 0 && entry.state() == State.SCHEDULED) {
      updates.silence(entry.updateId());
    } else if (entry.state() == State.SCHEDULED && !entry.silent()) {
      updates.set(entry.updateId(), State.ON_DEVICE);
    } else if (random.nextDouble() < failing) {
      updates.set(entry.updateId(), State.FAILED);
    } else {
      updates.set(entry.updateId(), State.COMPLETED);
      fleet.runs(entry.deviceId(), "2.0.0");
    }
  }

  private void disturb() {
    String device = "d%03d".formatted(random.nextInt(160));
    switch (random.nextInt(12)) {
      case 0 -> cancel();
      case 5 -> pause();
      case 1, 2, 3, 4 -> fleet.remove(device);
      default -> {
        if (updates.where(e -> e.deviceId().equals(device)).isEmpty()) {
          updates.foreign(ORGANIZATION, device, FIRMWARE_ID);
        }
      }
    }
  }

  private void cancel() {
    Campaign campaign = campaign();
    if (campaign.status().mayMoveTo(CampaignStatus.CANCELLED)) {
      require(
          store.move(moves.cancel(campaign, tally(), OLGA, "enough")) == Stored.STORED,
          "cancelled");
    }
  }

  /** As a recall does. Users can't resume yet, so somebody cancels it sooner or later. */
  private void pause() {
    Campaign campaign = campaign();
    if (campaign.status() == CampaignStatus.IN_PROGRESS) {
      require(store.move(moves.recall(campaign, tally(), "recalled")) == Stored.STORED, "paused");
    }
  }

  private void checkAlways() {
    Tally tally = tally();
    require(
        tally.occupied() <= pace.maxConcurrentUpdates(),
        "%d occupied of %d".formatted(tally.occupied(), pace.maxConcurrentUpdates()));
    require(
        tally.total()
            == tally.pending()
                + tally.inProgress()
                + tally.completed()
                + tally.failed()
                + tally.cancelled(),
        "counters " + tally);
  }

  private boolean over() {
    return workers.live().isEmpty() && !woken && engine().mandate() == Mandate.DONE;
  }

  Campaign campaign() {
    return store.find(ORGANIZATION, campaignId).orElseThrow();
  }

  Engine engine() {
    return store.engines().find(ORGANIZATION, campaignId).orElseThrow();
  }

  Tally tally() {
    return updates.tallyNow(ORGANIZATION, campaignId);
  }

  MemoryStore store() {
    return store;
  }

  /** The devices that are to become targets, each once; not known for an unquiet run. */
  List<String> expected() {
    return List.copyOf(expected);
  }

  List<String> targets() {
    return store.allHeld(campaignId).stream().map(t -> t.deviceId()).sorted().toList();
  }

  boolean unquiet() {
    return unquiet;
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }
}
