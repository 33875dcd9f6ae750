package io.updraft.campaign.advance;

import static io.updraft.campaign.memory.Examples.FIRMWARE_ID;
import static io.updraft.campaign.memory.Examples.OLGA;
import static io.updraft.campaign.memory.Examples.ORGANIZATION;

import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.CampaignPlan;
import io.updraft.campaign.domain.CampaignStatus;
import io.updraft.campaign.domain.Campaigns.Stored;
import io.updraft.campaign.domain.DeploymentStrategy;
import io.updraft.campaign.domain.Engine;
import io.updraft.campaign.domain.Mandate;
import io.updraft.campaign.domain.Membership;
import io.updraft.campaign.domain.Move;
import io.updraft.campaign.domain.Moves;
import io.updraft.campaign.memory.Examples;
import io.updraft.campaign.memory.MemoryCatalogue;
import io.updraft.campaign.memory.MemoryFleet;
import io.updraft.campaign.memory.MemoryStore;
import io.updraft.campaign.memory.MemoryUpdates;
import io.updraft.campaign.memory.MemoryUpdates.State;
import io.updraft.campaign.memory.SeededIds;
import io.updraft.device.published.Tally;
import io.updraft.firmware.published.FirmwareStatus;
import io.updraft.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One campaign from its start to its end, by chance: any strategy, up to two workers at once that
 * may die before any call, a clock that moves, devices that finish, fail or fall silent, users who
 * pause, resume, promote and widen, and in unquiet runs a recall, a user who cancels or rolls back,
 * devices that vanish, and updates that others start.
 */
final class CampaignRun {
  private static final int MOST_TURNS = 120_000;

  private final SplittableRandom random;
  private final MutableClock clock = MutableClock.at("2026-11-24T08:00:00Z");
  private final Interleaving workers = new Interleaving();
  private final MemoryUpdates updates;
  private final MemoryFleet fleet;
  private final MemoryStore store;
  private final Moves moves;
  private final AdvanceCampaign advance;
  private final ActingDevices devices;
  private final ActingUsers users;
  private final RandomFleet known;
  private final CampaignPlan plan;
  private final boolean unquiet;
  private final boolean slow;
  private String campaignId = "";
  private boolean woken;

  CampaignRun(long seed) {
    random = new SplittableRandom(seed);
    moves = new Moves(clock, new SeededIds(seed));
    unquiet = random.nextInt(3) == 0;
    slow = random.nextInt(3) == 0;
    double failing = random.nextInt(3) == 0 ? random.nextDouble() : 0.05;
    updates = new MemoryUpdates(workers::turn, () -> woken = true);
    fleet = new MemoryFleet(updates, workers::turn);
    known = new RandomFleet(random, fleet);
    plan = new RandomPlans(random).plan(known.targeting(), clock.instant());
    MemoryCatalogue catalogue =
        new MemoryCatalogue().put(ORGANIZATION, FIRMWARE_ID, FirmwareStatus.AVAILABLE);
    store = new MemoryStore(updates, catalogue, 5, workers::turn, () -> woken = true);
    devices =
        new ActingDevices(
            random,
            updates,
            fleet,
            plan.pace().strategy() == DeploymentStrategy.BLUE_GREEN,
            failing,
            () -> store.gate(campaignId));
    users = new ActingUsers(random, store, updates, fleet, known, moves, this::campaign);
    advance =
        new AdvanceCampaign(
            store, store.engines(), store, fleet, updates, updates, moves, clock, new Lanes(1));
  }

  /** Plays it to the end; some are rolled back after that, and end once more. */
  CampaignRun play() {
    begin();
    playToTheEnd();
    if (campaign().status().mayMoveTo(CampaignStatus.ROLLBACK) && random.nextInt(3) == 0) {
      users.rollBack();
      playToTheEnd();
    }
    return this;
  }

  private void playToTheEnd() {
    for (int turn = 0; turn < MOST_TURNS && !over(); turn++) {
      act();
      checkAlways();
    }
    require(over(), "it never ended: " + campaign() + engine() + tally());
  }

  private void begin() {
    Move creation = moves.create(plan, Examples.firmware(), 0, OLGA);
    campaignId = creation.after().campaignId();
    require(store.create(creation, known.named(), false) == Stored.STORED, "created");
    require(store.move(moves.start(creation.after(), 0, OLGA)) == Stored.STORED, "started");
  }

  private void act() {
    int what = random.nextInt(100);
    if (what < 58) {
      work();
    } else if (what < 94) {
      // So slow that what goes on in the engine overtakes them.
      if (!slow || random.nextInt(12) == 0) {
        devices.act();
      }
    } else if (what < 97) {
      tick();
    } else if (what < 99 || !unquiet) {
      users.operate();
    } else {
      users.disturb();
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

  /** Time goes on, faster where nothing else does; who is due is woken, and only then. */
  private void tick() {
    boolean still = workers.live().isEmpty() && !woken;
    clock.advance(Duration.ofSeconds(random.nextInt(still ? 3_600 : 120)));
    Instant due = engine().due();
    woken |= due != null && !clock.instant().isBefore(due);
  }

  private void checkAlways() {
    Tally tally = tally();
    int most = plan.pace().maxConcurrentUpdates();
    require(tally.occupied() <= most, "%d occupied of %d".formatted(tally.occupied(), most));
    long back = updates.rollbacksNow().occupied();
    require(back <= most, "%d going back of %d".formatted(back, most));
    require(
        tally.total()
            == tally.pending()
                + tally.inProgress()
                + tally.completed()
                + tally.failed()
                + tally.cancelled(),
        "counters " + tally);
    checkStage();
  }

  private void checkStage() {
    boolean bounded =
        plan.pace().strategy() == DeploymentStrategy.STAGED
            || plan.pace().strategy() == DeploymentStrategy.CANARY;
    long let =
        updates.where(e -> campaignId.equals(e.campaignId())).stream()
            .filter(e -> e.state() != State.CREATED && e.state() != State.CANCELLED)
            .count();
    require(
        !bounded || let <= engine().stage().goal(),
        "%d released in %s".formatted(let, engine().stage()));
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

  MemoryUpdates updates() {
    return updates;
  }

  Instant now() {
    return clock.instant();
  }

  /** The devices that are to become targets, each once; not known for an unquiet run. */
  List<String> expected() {
    int percentage = campaign().plan().pace().rolloutPercentage();
    return known.wanted().stream()
        .filter(id -> Membership.of(campaignId, id).within(percentage))
        .toList();
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
