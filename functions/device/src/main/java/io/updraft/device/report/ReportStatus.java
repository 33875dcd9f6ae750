package io.updraft.device.report;

import io.updraft.device.domain.Judgement;
import io.updraft.device.domain.Outstanding;
import io.updraft.device.domain.Report;
import io.updraft.device.domain.Update;
import io.updraft.device.domain.UpdateStatus;
import io.updraft.device.domain.Updates;
import io.updraft.device.moves.DueRollback;
import io.updraft.device.moves.UpdateMoves;
import io.updraft.events.Origin;
import io.updraft.firmware.published.CampaignGate;
import io.updraft.firmware.published.Clearance;
import io.updraft.firmware.published.Clearances;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in what a device reports. An update that its campaign or firmware has stopped before the
 * device began ends here, without waiting for the worker that carries the decision.
 */
public final class ReportStatus {
  private static final Logger LOG = LoggerFactory.getLogger(ReportStatus.class);

  private final Updates updates;
  private final UpdateMoves moves;
  private final Clearances clearances;
  private final DueRollback rollback;
  private final boolean tells;
  private final Clock clock;

  /**
   * The use case.
   *
   * @param tells whether a device service is to learn what was installed
   */
  public ReportStatus(
      Updates updates, Clearances clearances, DueRollback rollback, boolean tells, Clock clock) {
    this.tells = tells;
    this.updates = updates;
    this.moves = new UpdateMoves(updates);
    this.clearances = clearances;
    this.rollback = rollback;
    this.clock = clock;
  }

  /**
   * @param mayActFor whether the caller speaks for the device with this id
   * @return the update as it is now; empty where the caller has no such update
   */
  public Optional<Update> report(
      Origin origin, String updateId, Predicate<String> mayActFor, Report report) {
    return updates
        .find(origin.organizationId(), updateId)
        .filter(u -> mayActFor.test(u.assignment().deviceId()))
        .map(u -> moves.applyTo(u, origin, report.firmwareVersion(), now -> judged(now, report)))
        .map(u -> armed(origin, u))
        .map(u -> takenBack(origin, u));
  }

  private Update judged(Update update, Report report) {
    return stoppedBeforeItBegan(update)
        ? update.cancelled("stopped before the device began", clock.instant())
        : marked(update, update.reported(report, clock.instant()));
  }

  /** The service is told later: however slow it is, a device does not wait for it. */
  private Update marked(Update before, Update after) {
    boolean completes =
        after.status() == UpdateStatus.COMPLETED && before.status() != UpdateStatus.COMPLETED;
    return tells && completes ? Outstanding.toBeTold(after, clock.instant()) : after;
  }

  /** Only a first report pays for reading the clearance. */
  private boolean stoppedBeforeItBegan(Update update) {
    return update.status().waiting()
        && clearance(update).map(c -> Judgement.stops(update, c)).orElse(false);
  }

  /**
   * Who has installed after the switch was released need not wait. Asked after the report is
   * written: a release in between is seen either here or by the one that releases.
   */
  private Update armed(Origin origin, Update update) {
    boolean resting = update.installed() && update.course().timeoutAt() == null;
    boolean released =
        resting
            && clearance(update)
                .flatMap(c -> Judgement.gate(update, c))
                .filter(g -> g == CampaignGate.OPEN)
                .isPresent();
    return released ? moves.applyTo(update, origin, null, u -> u.armed(clock.instant())) : update;
  }

  private Optional<Clearance> clearance(Update update) {
    return clearances.read(update.assignment().organization(), update.assignment().firmwareId());
  }

  /** At once where that can be; what fails here is done by the sweep, for it is due already. */
  private Update takenBack(Origin origin, Update update) {
    try {
      rollback.carryOut(origin, update);
    } catch (RuntimeException e) {
      LOG.warn("the rollback after update {} is left to the sweep", update.id(), e);
    }
    return update;
  }
}
