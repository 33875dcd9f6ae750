package io.updraft.device.sync;

import io.updraft.device.domain.Outstanding;
import io.updraft.device.domain.Update;
import io.updraft.device.domain.UpdateIndex;
import io.updraft.device.domain.UpdateRef;
import io.updraft.device.domain.Updates;
import io.updraft.events.Origin;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at each update that has something to settle with the device service. */
final class SyncDevices {
  private static final Logger LOG = LoggerFactory.getLogger(SyncDevices.class);

  private static final int PAGE = 100;

  /** Then the next run goes on. */
  private static final Duration ONE_RUN = Duration.ofSeconds(50);

  private final UpdateIndex index;
  private final Updates updates;
  private final CheckDevice check;
  private final TellInstalled tell;
  private final Clock clock;

  SyncDevices(
      UpdateIndex index, Updates updates, CheckDevice check, TellInstalled tell, Clock clock) {
    this.index = index;
    this.updates = updates;
    this.check = check;
    this.tell = tell;
    this.clock = clock;
  }

  /** The parts at once, for most of the time is spent waiting for the service. */
  void run() {
    Instant end = clock.instant().plus(ONE_RUN);
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int part = 0; part < UpdateIndex.DUE_PARTS; part++) {
        int one = part;
        workers.execute(() -> run(one, end));
      }
    }
  }

  /** Until nothing is due, or the page is the same again: then the rest can't be settled now. */
  private void run(int part, Instant end) {
    try {
      List<UpdateRef> done = List.of();
      List<UpdateRef> due = due(part);
      while (!due.equals(done) && clock.instant().isBefore(end)) {
        due.stream().takeWhile(_ -> clock.instant().isBefore(end)).forEach(this::settle);
        done = due;
        due = due(part);
      }
    } catch (RuntimeException e) {
      LOG.error("part {} was not looked at", part, e);
    }
  }

  private List<UpdateRef> due(int part) {
    return index.dueAtService(part, clock.instant(), PAGE);
  }

  /** One that can't be settled holds up no other. */
  private void settle(UpdateRef ref) {
    try {
      updates
          .find(ref.organization(), ref.updateId())
          .filter(this::due)
          .ifPresent(update -> settle(Origin.of(ref.organization()), update));
    } catch (RuntimeException e) {
      LOG.error("update {} of {} was not settled", ref.updateId(), ref.organization(), e);
    }
  }

  /** The index is behind by moments. */
  private boolean due(Update update) {
    Instant due = update.course().dueAt();
    return due != null && !clock.instant().isBefore(due);
  }

  private void settle(Origin origin, Update update) {
    if (Outstanding.question(update)) {
      check.carryOut(origin, update);
    } else if (Outstanding.telling(update)) {
      tell.carryOut(origin, update);
    }
  }
}
