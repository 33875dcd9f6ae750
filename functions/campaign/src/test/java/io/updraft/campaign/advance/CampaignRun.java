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
import io.updraft.campaign.domain.Pace;
import io.updraft.campaign.domain.Targeting;
import io.updraft.campaign.memory.Examples;
import io.updraft.campaign.memory.MemoryCatalogue;
import io.updraft.campaign.memory.MemoryFleet;
import io.updraft.campaign.memory.MemoryStore;
import io.updraft.campaign.memory.MemoryUpdates;
import io.updraft.campaign.memory.MemoryUpdates.State;
import io.updraft.campaign.memory.SeededIds;
import io.updraft.device.published.RollbackTrigger;
import io.updraft.device.published.Tally;
import io.updraft.firmware.published.FirmwareStatus;
import io.updraft.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;

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
  private final List<String> named = new ArrayList<>();
  private final TreeSet<String> wanted = new TreeSet<>();
  private final CampaignPlan plan;
  private final boolean unquiet;
  private String campaignId = "";
  private boolean woken;

  CampaignRun(long seed) {
    random = new SplittableRandom(seed);
    moves = new Moves(clock, new SeededIds(seed));
    unquiet = random.nextInt(3) == 0;
    double failing = random.nextInt(3) == 0 ? random.nextDouble() : 0.05;
    updates = new MemoryUpdates(workers::turn, () -> woken = true);
    fleet = new MemoryFleet(updates, workers::turn);
    plan = new RandomPlans(random).plan(targeting(), clock.instant());
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
    advance =
        new AdvanceCampaign(
            store, store.engines(), store, fleet, updates, updates, moves, clock, new Lanes(1));
  }

  /** Plays it to the end; some are rolled back after that, and end once more. */
  CampaignRun play() {
    begin();
    playToTheEnd();
    if (campaign().status().mayMoveTo(CampaignStatus.ROLLBACK) && random.nextInt(3) == 0) {
      rollBack();
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
    require(store.create(creation, named, false) == Stored.STORED, "created");
    require(store.move(moves.start(creation.after(), 0, OLGA)) == Stored.STORED, "started");
  }

  private Targeting targeting() {
    int size = random.nextInt(5) == 0 ? 0 : random.nextInt(160);
    boolean byModel = random.nextInt(3) == 0;
    for (int i = 0; i < size; i++) {
      add("d%03d".formatted(i), byModel, random.nextInt(2) == 0);
    }
    return new Targeting(
        named.size(),
        List.of("north", "south"),
        byModel ? Examples.ANY_PUMP : null,
        random.nextInt(6) == 0);
  }

  private void add(String id, boolean byModel, boolean explicit) {
    boolean grouped = random.nextInt(3) == 0;
    boolean other = random.nextInt(8) == 0;
    fleet.add(
        id,
        other ? "valve" : "pump",
        Examples.firmware().version(),
        null,
        grouped ? new String[] {"north", "south"} : new String[] {});
    if (explicit) {
      named.add(id);
    }
    if (!other && (grouped || explicit || byModel)) {
      wanted.add(id);
    }
  }

  private void act() {
    int what = random.nextInt(100);
    if (what < 58) {
      work();
    } else if (what < 94) {
      devices.act();
    } else if (what < 97) {
      tick();
    } else if (what < 99 || !unquiet) {
      operate();
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

  /** Time goes on, faster where nothing else does; who is due is woken, and only then. */
  private void tick() {
    boolean still = workers.live().isEmpty() && !woken;
    clock.advance(Duration.ofSeconds(random.nextInt(still ? 3_600 : 120)));
    Instant due = engine().due();
    woken |= due != null && !clock.instant().isBefore(due);
  }

  private void operate() {
    switch (random.nextInt(8)) {
      case 0 -> pause();
      case 1, 2, 3 -> resume();
      case 4 -> promote();
      case 5 -> widen();
      case 6 -> fleetGrows();
      default -> cancelWhatCannotGoOn();
    }
  }

  private void disturb() {
    String device = "d%03d".formatted(random.nextInt(160));
    switch (random.nextInt(14)) {
      case 0 -> cancel();
      case 5 -> recall();
      case 6 -> rollBack();
      case 1, 2, 3, 4 -> fleet.remove(device);
      default -> {
        if (updates.where(e -> e.deviceId().equals(device)).isEmpty()) {
          updates.foreign(ORGANIZATION, device, FIRMWARE_ID);
        }
      }
    }
  }

  private void pause() {
    if (campaign().status() == CampaignStatus.IN_PROGRESS && random.nextInt(3) == 0) {
      moved(moves.pause(campaign(), tally(), OLGA, "lunch"));
    }
  }

  private void resume() {
    if (campaign().status() == CampaignStatus.PAUSED && !campaign().recalled()) {
      moved(moves.resume(campaign(), tally(), OLGA));
    }
  }

  private void promote() {
    boolean staged = plan.pace().strategy().compareTo(DeploymentStrategy.STAGED) >= 0;
    if (staged && campaign().status() == CampaignStatus.IN_PROGRESS) {
      moved(moves.promote(campaign(), tally(), OLGA, "go on"));
    }
  }

  private void widen() {
    Campaign campaign = campaign();
    int percentage = campaign.plan().pace().rolloutPercentage();
    if (campaign.status() == CampaignStatus.IN_PROGRESS && percentage < 100) {
      Pace p = campaign.plan().pace();
      int wider = percentage + 1 + random.nextInt(100 - percentage);
      Pace next =
          new Pace(
              p.strategy(),
              wider,
              p.maxConcurrentUpdates(),
              p.batchSize(),
              p.canary(),
              p.window());
      CampaignPlan changed = Examples.with(campaign.plan(), next, campaign.plan().schedule());
      moved(moves.adjust(campaign, changed, tally(), OLGA, "rollout_percentage"));
    }
  }

  private void fleetGrows() {
    if (plan.targeting().dynamic()) {
      add("n%03d".formatted(random.nextInt(20)), plan.targeting().filter() != null, false);
    }
  }

  private void cancelWhatCannotGoOn() {
    if (campaign().recalled()) {
      cancel();
    }
  }

  private void cancel() {
    if (campaign().status().mayMoveTo(CampaignStatus.CANCELLED)) {
      moved(moves.cancel(campaign(), tally(), OLGA, "enough"));
    }
  }

  private void recall() {
    if (campaign().status() == CampaignStatus.IN_PROGRESS) {
      moved(moves.recall(campaign(), tally(), "recalled"));
    }
  }

  private void rollBack() {
    if (campaign().status().mayMoveTo(CampaignStatus.ROLLBACK)) {
      moved(moves.rollBack(campaign(), RollbackTrigger.MANUAL, tally(), OLGA, "bad"));
    }
  }

  private void moved(Move move) {
    require(store.move(move) == Stored.STORED, "moved " + move);
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
        updates
            .where(e -> campaignId.equals(e.campaignId()))
            .stream()
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
    return wanted.stream()
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
