package io.updraft.device.sweep;

import io.updraft.device.domain.Update;
import io.updraft.device.domain.UpdateIndex;
import io.updraft.device.domain.UpdateRef;
import io.updraft.device.domain.Updates;
import io.updraft.device.moves.DueRollback;
import io.updraft.device.moves.UpdateMoves;
import io.updraft.events.Origin;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at each update that is due: ends what took too long, frees the slots of silent devices,
 * tries again what failed, takes back what is to be taken back.
 */
final class Sweep {
  private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

  /** What one part may hold up one run; the next run goes on. */
  private static final int MOST_PER_PART = 100;

  private final UpdateIndex index;
  private final Updates updates;
  private final UpdateMoves moves;
  private final DueRetry retry;
  private final DueRollback rollback;
  private final Clock clock;

  Sweep(UpdateIndex index, Updates updates, DueRetry retry, DueRollback rollback, Clock clock) {
    this.index = index;
    this.updates = updates;
    this.moves = new UpdateMoves(updates);
    this.retry = retry;
    this.rollback = rollback;
    this.clock = clock;
  }

  /** Returns how many updates were looked at; one that can't be swept holds up no other. */
  int run() {
    int swept = 0;
    for (int part = 0; part < UpdateIndex.DUE_PARTS; part++) {
      List<UpdateRef> due = index.due(part, clock.instant(), MOST_PER_PART);
      due.forEach(this::sweep);
      swept += due.size();
    }
    return swept;
  }

  private void sweep(UpdateRef ref) {
    try {
      updates
          .find(ref.organization(), ref.updateId())
          .ifPresent(update -> sweep(Origin.of(ref.organization()), update));
    } catch (RuntimeException e) {
      LOG.error("update {} of {} was not swept", ref.updateId(), ref.organization(), e);
    }
  }

  private void sweep(Origin origin, Update update) {
    if (update.retrying()) {
      retry.carryOut(origin, update);
    } else {
      Update swept = moves.applyTo(update, origin, null, u -> u.swept(clock.instant()));
      rollback.carryOut(origin, swept);
    }
  }
}
