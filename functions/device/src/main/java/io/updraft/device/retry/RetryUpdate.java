package io.updraft.device.retry;

import io.updraft.device.domain.Devices;
import io.updraft.device.domain.Update;
import io.updraft.device.domain.UpdateStatus;
import io.updraft.device.domain.Updates;
import io.updraft.device.moves.RetryRules;
import io.updraft.device.moves.UpdateMoves;
import io.updraft.events.Origin;
import io.updraft.firmware.published.Clearances;
import java.time.Clock;
import java.util.Optional;

/** Begins a further attempt of a failed update. */
final class RetryUpdate {
  private static final int MOST_ATTEMPTS = 5;

  private final Updates updates;
  private final RetryRules rules;
  private final Clock clock;

  RetryUpdate(Devices devices, Updates updates, Clearances clearances, Clock clock) {
    this.updates = updates;
    this.rules = new RetryRules(devices, clearances);
    this.clock = clock;
  }

  Retried retry(Origin origin, String updateId) {
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      Optional<Retried> outcome = attempt(origin, updateId);
      if (outcome.isPresent()) {
        return outcome.get();
      }
    }
    throw UpdateMoves.busy();
  }

  /** Empty where somebody else has changed the update meanwhile. */
  private Optional<Retried> attempt(Origin origin, String updateId) {
    Optional<Update> found = updates.find(origin.organizationId(), updateId);
    if (found.isEmpty()) {
      return Optional.of(new Retried.NotFound());
    }
    Update before = found.get();
    return obstacle(before).or(() -> moved(before, origin));
  }

  private Optional<Retried> obstacle(Update update) {
    if (update.status() != UpdateStatus.FAILED) {
      return Optional.of(new Retried.NotFailed(update));
    }
    if (update.course().retryCount() >= update.assignment().maxRetries()) {
      return Optional.of(new Retried.NoneLeft(update));
    }
    if (update.assignment().takesBack() && update.settled()) {
      return Optional.of(new Retried.RollbackEnded(update));
    }
    return rules.leave(update) == RetryRules.Leave.GIVEN
        ? rules.newerOn(update).map(version -> new Retried.Outdated(update, version))
        : Optional.of(new Retried.Stopped(update));
  }

  private Optional<Retried> moved(Update before, Origin origin) {
    Update after = before.retried(clock.instant());
    return switch (updates.move(before, after, origin, null)) {
      case MOVED -> Optional.of(new Retried.Waiting(after));
      case OVERTAKEN -> Optional.empty();
      case TAKEN -> Optional.of(new Retried.Taken(before));
    };
  }
}
