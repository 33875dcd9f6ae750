package io.updraft.campaign.advance;

import static io.updraft.campaign.memory.Examples.FIRMWARE_ID;
import static io.updraft.campaign.memory.Examples.OLGA;
import static io.updraft.campaign.memory.Examples.ORGANIZATION;

import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.CampaignPlan;
import io.updraft.campaign.domain.CampaignStatus;
import io.updraft.campaign.domain.Campaigns.Stored;
import io.updraft.campaign.domain.DeploymentStrategy;
import io.updraft.campaign.domain.Move;
import io.updraft.campaign.domain.Moves;
import io.updraft.campaign.domain.Pace;
import io.updraft.campaign.memory.Examples;
import io.updraft.campaign.memory.MemoryFleet;
import io.updraft.campaign.memory.MemoryStore;
import io.updraft.campaign.memory.MemoryUpdates;
import io.updraft.device.published.Discretion;
import io.updraft.device.published.RollbackTrigger;
import io.updraft.device.published.Tally;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** What users do to a campaign, by chance, and in unquiet runs to its devices and its firmware. */
record ActingUsers(
    SplittableRandom random,
    MemoryStore store,
    MemoryUpdates updates,
    MemoryFleet fleet,
    RandomFleet newcomers,
    Moves moves,
    Supplier<Campaign> present) {
  void operate() {
    switch (random.nextInt(8)) {
      case 0 -> pause();
      case 1, 2, 3 -> resume();
      case 4 -> promote();
      case 5 -> widen();
      case 6 -> grow();
      default -> cancelWhatCannotGoOn();
    }
  }

  void disturb() {
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

  void rollBack() {
    if (campaign().status().mayMoveTo(CampaignStatus.ROLLBACK)) {
      moved(moves.rollBack(campaign(), RollbackTrigger.MANUAL, tally(), OLGA, "bad"));
    }
  }

  private void pause() {
    if (running() && random.nextInt(3) == 0) {
      moved(moves.pause(campaign(), tally(), OLGA, "lunch"));
    }
  }

  private void resume() {
    if (campaign().status() == CampaignStatus.PAUSED && !campaign().recalled()) {
      moved(moves.resume(campaign(), tally(), OLGA));
    }
  }

  private void promote() {
    DeploymentStrategy strategy = campaign().plan().pace().strategy();
    if (running() && strategy.compareTo(DeploymentStrategy.STAGED) >= 0) {
      moved(moves.promote(campaign(), tally(), OLGA, "go on"));
    }
  }

  private void widen() {
    Pace pace = campaign().plan().pace();
    if (running() && pace.rolloutPercentage() < 100) {
      int more = 1 + random.nextInt(100 - pace.rolloutPercentage());
      CampaignPlan plan = campaign().plan();
      CampaignPlan wider = Examples.with(plan, wider(pace, more), plan.schedule());
      moved(moves.adjust(campaign(), wider, tally(), OLGA, "rollout_percentage"));
    }
  }

  private static Pace wider(Pace pace, int more) {
    return new Pace(
        pace.strategy(),
        pace.rolloutPercentage() + more,
        pace.maxConcurrentUpdates(),
        pace.batchSize(),
        pace.canary(),
        pace.window(),
        Discretion.NONE);
  }

  private void grow() {
    if (campaign().plan().targeting().dynamic()) {
      newcomers.grow();
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
    if (running()) {
      moved(moves.recall(campaign(), tally(), "recalled"));
    }
  }

  private boolean running() {
    return campaign().status() == CampaignStatus.IN_PROGRESS;
  }

  private Campaign campaign() {
    return present.get();
  }

  private Tally tally() {
    return updates.tallyNow(ORGANIZATION, campaign().campaignId());
  }

  private void moved(Move move) {
    if (store.move(move) != Stored.STORED) {
      throw new AssertionError("refused: " + move);
    }
  }
}
