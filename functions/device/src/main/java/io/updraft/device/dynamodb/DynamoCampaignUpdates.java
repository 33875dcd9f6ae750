package io.updraft.device.dynamodb;

import io.updraft.device.domain.Assignment;
import io.updraft.device.domain.Commands;
import io.updraft.device.domain.Counted;
import io.updraft.device.domain.Course;
import io.updraft.device.domain.Terms;
import io.updraft.device.domain.Update;
import io.updraft.device.domain.UpdateStatus;
import io.updraft.device.domain.Updates.Stored;
import io.updraft.device.domain.Validation;
import io.updraft.device.moves.UpdateMoves;
import io.updraft.device.published.CampaignUpdates;
import io.updraft.device.published.RollbackTrigger;
import io.updraft.device.published.Rollout;
import io.updraft.device.published.Tally;
import io.updraft.device.published.TallyName;
import io.updraft.device.published.Target;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Transaction;
import io.updraft.firmware.published.FirmwareCatalogue;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The updates of campaigns in DynamoDB. */
public final class DynamoCampaignUpdates implements CampaignUpdates {
  /**
   * A chunk is counted in so many shards: its targets are released, and report, at about the same
   * time, and would wait for each other in one.
   */
  private static final int SHARDS_OF_CHUNK = 4;

  private final DynamoUpdates updates;
  private final UpdateMoves moves;
  private final Tallies tallies;
  private final CampaignRollbacks rollbacks;
  private final Clock clock;

  public DynamoCampaignUpdates(
      Dynamo dynamo,
      DeviceTables tables,
      DynamoUpdates updates,
      FirmwareCatalogue catalogue,
      Clock clock) {
    this.updates = updates;
    this.moves = new UpdateMoves(updates);
    this.tallies = new Tallies(dynamo, tables.tallies());
    this.rollbacks =
        new CampaignRollbacks(
            new DynamoDevices(dynamo, tables.devices()),
            updates,
            new DynamoRollbacks(dynamo, tables, updates),
            catalogue,
            clock);
    this.clock = clock;
  }

  @Override
  public Transaction hold(Rollout rollout, int chunk, List<Target> targets) {
    Instant now = clock.instant();
    List<Update> created = new ArrayList<>();
    for (Target target : targets) {
      int shard = (chunk * SHARDS_OF_CHUNK + created.size() % SHARDS_OF_CHUNK) % Tallies.SHARDS;
      created.add(new Update(assignment(rollout, shard, target, now), Course.created(now)));
    }
    Transaction hold = new Transaction();
    created.forEach(u -> hold.include(updates.target(u, rollout.origin())));
    counted(created).forEach((a, by) -> hold.add("tally " + a.shard(), tallies.moved(a, by)));
    return hold;
  }

  /** What is added to each shard, by any of the assignments that it counts. */
  private static Map<Assignment, Tally> counted(List<Update> created) {
    Map<Integer, Assignment> first = new HashMap<>();
    Map<Assignment, Tally> counted = new HashMap<>();
    for (Update update : created) {
      Assignment a = update.assignment();
      counted.merge(first.computeIfAbsent(a.shard(), _ -> a), Counted.created(update), Tally::plus);
    }
    return counted;
  }

  private static Assignment assignment(Rollout rollout, int shard, Target target, Instant now) {
    return new Assignment(
        rollout.organization(),
        target.updateId(),
        target.deviceId(),
        rollout.firmwareId(),
        rollout.firmwareVersion(),
        rollout.campaignId(),
        shard,
        rollout.priority(),
        target.fromVersion(),
        rollout.timeout(),
        rollout.maxRetries(),
        Validation.DONE,
        now,
        rollout.createdBy(),
        Terms.of(rollout));
  }

  @Override
  public Release release(Rollout rollout, Target target) {
    Update before = found(rollout, target);
    while (before.status() == UpdateStatus.CREATED) {
      if (released(rollout, before)) {
        return Release.RELEASED;
      }
      before = found(rollout, target);
    }
    return before.status().ended() ? Release.ENDED : Release.ALREADY;
  }

  private boolean released(Rollout rollout, Update created) {
    Update after = created.scheduled(clock.instant());
    Commands commands = new Commands(rollout.preUpdateCommands(), rollout.postUpdateCommands());
    return updates.move(created, after, rollout.origin(), null, commands) == Stored.MOVED;
  }

  private Update found(Rollout rollout, Target target) {
    return updates
        .find(rollout.organization(), target.updateId())
        .orElseThrow(() -> new IllegalStateException("no update " + target.updateId()));
  }

  @Override
  public void cancel(Rollout rollout, Target target, String reason) {
    moves.apply(
        rollout.organization(),
        target.updateId(),
        rollout.origin(),
        u -> u.settled() || u.cancelling() ? u : u.cancelled(reason, clock.instant()));
  }

  @Override
  public Tally tally(String organization, String campaignId) {
    return tallies.read(organization, campaignId).tally();
  }

  @Override
  public void arm(Rollout rollout, Target target) {
    moves.apply(
        rollout.organization(),
        target.updateId(),
        rollout.origin(),
        update -> update.armed(clock.instant()));
  }

  @Override
  public RollingBack rollBack(
      Rollout rollout, Target target, RollbackTrigger trigger, String reason) {
    return rollbacks.rollBack(rollout, found(rollout, target), trigger, reason);
  }

  @Override
  public Tally rollbackTally(String organization, String campaignId) {
    return tally(organization, TallyName.rollbacksOf(campaignId));
  }
}
