package io.updraft.alert.deleted;

import io.updraft.alert.domain.Alert;
import io.updraft.alert.domain.AlertId;
import io.updraft.alert.domain.AlertMove;
import io.updraft.alert.domain.AlertStatus;
import io.updraft.alert.domain.Alerts;
import io.updraft.alert.domain.Deletions;
import io.updraft.alert.domain.Mark;
import io.updraft.alert.domain.Standings;
import io.updraft.alert.domain.Standings.Place;
import io.updraft.alert.domain.Watches;
import io.updraft.alert.moves.MoveAlert;
import io.updraft.alert.moves.MoveOutcome;
import io.updraft.events.Event;
import io.updraft.events.Origin;
import io.updraft.lambda.DependencyUnavailable;
import io.updraft.telemetry.published.Nanos;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Resolves what is open about a device that is gone, and sees to it that nothing follows. */
final class LeaveAlerts {
  private static final String NOTE = "the device was deleted";
  private static final Duration COME_BACK = Duration.ofSeconds(1);

  private final Alerts alerts;
  private final Standings standings;
  private final Watches watches;
  private final Deletions deletions;
  private final MoveAlert moveAlert;
  private final Clock clock;

  LeaveAlerts(
      Alerts alerts,
      Standings standings,
      Watches watches,
      Deletions deletions,
      MoveAlert moveAlert,
      Clock clock) {
    this.alerts = alerts;
    this.standings = standings;
    this.watches = watches;
    this.deletions = deletions;
    this.moveAlert = moveAlert;
    this.clock = clock;
  }

  /** First it is noted that the device is gone, so that no alert begins behind our back. */
  void leave(String deviceId, Instant deletion, Origin origin) {
    String organization = origin.organizationId();
    deletions.note(organization, deviceId, deletion);
    for (AlertId id : standings.open(organization, deviceId)) {
      alerts
          .find(organization, id)
          .filter(alert -> !Nanos.time(alert.course().first()).isAfter(deletion))
          .ifPresent(alert -> resolve(alert, origin));
    }
    watches
        .of(organization, deviceId)
        .forEach(rule -> watches.drop(new Place(organization, rule, deviceId)));
  }

  private void resolve(Alert alert, Origin origin) {
    if (alert.status() == AlertStatus.SUPPRESSED) {
      move(alert, new AlertMove.Unsuppress(mark()), origin);
    }
    move(alert, new AlertMove.Resolve(mark()), origin);
  }

  /** What somebody else has moved meanwhile is seen when the event comes again. */
  private void move(Alert alert, AlertMove move, Origin origin) {
    MoveOutcome outcome = moveAlert.move(origin, alert.id(), move);
    boolean settled =
        switch (outcome) {
          case MoveOutcome.Moved _, MoveOutcome.NotFound _ -> true;
          case MoveOutcome.NotMovable(AlertStatus current, AlertStatus _) -> !current.open();
          case MoveOutcome.Contended _ -> false;
        };
    if (!settled) {
      throw new DependencyUnavailable("An alert that others keep moving", COME_BACK, null);
    }
  }

  private Mark mark() {
    return new Mark(Event.SYSTEM, clock.instant().truncatedTo(ChronoUnit.MILLIS), NOTE);
  }
}
