package io.updraft.device.report;

import io.updraft.device.domain.Judgement;
import io.updraft.device.domain.Report;
import io.updraft.device.domain.Update;
import io.updraft.device.domain.UpdateMoves;
import io.updraft.device.domain.Updates;
import io.updraft.events.Origin;
import io.updraft.firmware.published.Clearances;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Takes in what a device reports. An update that its campaign or firmware has stopped before the
 * device began ends here, without waiting for the worker that carries the decision.
 */
final class ReportStatus {
  private final Updates updates;
  private final UpdateMoves moves;
  private final Clearances clearances;
  private final Clock clock;

  ReportStatus(Updates updates, Clearances clearances, Clock clock) {
    this.updates = updates;
    this.moves = new UpdateMoves(updates);
    this.clearances = clearances;
    this.clock = clock;
  }

  /**
   * @param mayActFor whether the caller speaks for the device with this id
   * @return the update as it is now; empty where the caller has no such update
   */
  Optional<Update> report(
      Origin origin, String updateId, Predicate<String> mayActFor, Report report) {
    return updates
        .find(origin.organizationId(), updateId)
        .filter(u -> mayActFor.test(u.assignment().deviceId()))
        .map(u -> moves.applyTo(u, origin, report.firmwareVersion(), now -> judged(now, report)));
  }

  private Update judged(Update update, Report report) {
    return stoppedBeforeItBegan(update)
        ? update.cancelled("stopped before the device began", clock.instant())
        : update.reported(report, clock.instant());
  }

  /** Only a first report pays for reading the clearance. */
  private boolean stoppedBeforeItBegan(Update update) {
    return update.status().waiting()
        && clearances
            .read(update.assignment().organization(), update.assignment().firmwareId())
            .map(c -> Judgement.stops(update, c))
            .orElse(false);
  }
}
