package io.updraft.alert.sweep;

import io.updraft.alert.domain.Alert;
import io.updraft.alert.domain.AlertId;
import io.updraft.alert.domain.AlertMove;
import io.updraft.alert.domain.AlertStatus;
import io.updraft.alert.domain.Alerts;
import io.updraft.alert.domain.Condition;
import io.updraft.alert.domain.Mark;
import io.updraft.alert.domain.Rule;
import io.updraft.alert.domain.Rules;
import io.updraft.alert.moves.MoveAlert;
import io.updraft.events.Event;
import io.updraft.events.Origin;
import io.updraft.telemetry.published.DataPoint;
import io.updraft.telemetry.published.Nanos;
import io.updraft.telemetry.published.StoredPoints;
import io.updraft.telemetry.published.StoredPoints.Range;
import io.updraft.telemetry.published.Value;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Resolves an alert whose condition has been clear for long enough, and makes one active again that
 * was suppressed until now. A device that has sent nothing since its last violation is not known to
 * be well: its alert stays.
 */
final class DueAlert {
  private final Alerts alerts;
  private final Rules rules;
  private final StoredPoints points;
  private final MoveAlert moveAlert;
  private final Clock clock;

  DueAlert(Alerts alerts, Rules rules, StoredPoints points, MoveAlert moveAlert, Clock clock) {
    this.alerts = alerts;
    this.rules = rules;
    this.points = points;
    this.moveAlert = moveAlert;
    this.clock = clock;
  }

  void look(String organization, AlertId id) {
    alerts
        .find(organization, id)
        .filter(alert -> alert.due() != null)
        .ifPresent(
            alert -> {
              if (alert.status() == AlertStatus.SUPPRESSED) {
                unsuppress(alert);
              } else {
                resolveIfClear(alert);
              }
            });
  }

  private void unsuppress(Alert alert) {
    Instant until = alert.marks().suppressedUntil();
    if (until != null && until.isAfter(clock.instant())) {
      alerts.putOff(alert, until);
    } else {
      moveAlert.moveAsJudged(origin(alert), alert, new AlertMove.Unsuppress(mark(null)));
    }
  }

  private void resolveIfClear(Alert alert) {
    Duration timeout = alert.cause().autoResolve();
    Optional<Rule> rule = rules.find(alert.organization(), alert.cause().ruleId());
    if (timeout == null || rule.isEmpty()) {
      alerts.putOff(alert, null); // Of a rule that is gone nobody tells whether it would be broken.
      return;
    }
    Instant now = clock.instant();
    Instant clear = rule.get().enabled() ? clearFrom(alert).orElse(now) : now;
    if (clear.plus(timeout).isAfter(now)) {
      alerts.putOff(alert, clear.plus(timeout));
    } else {
      moveAlert.moveAsJudged(
          origin(alert),
          alert,
          new AlertMove.Resolve(
              mark("the condition has been clear for %d seconds".formatted(timeout.toSeconds()))));
    }
  }

  /** Since when the device is known to be well: the first point after the last violation. */
  private Optional<Instant> clearFrom(Alert alert) {
    long last = alert.course().last();
    Range later =
        new Range(
            alert.organization(),
            alert.deviceId(),
            alert.cause().metricName(),
            last + 1,
            Long.MAX_VALUE);
    return points
        .first(later)
        .filter(point -> !silentAgain(alert) && !brokenAgain(alert, later))
        .map(DataPoint::time)
        .map(Nanos::time);
  }

  /** What has arrived may not be judged yet, when the trigger is behind. */
  private boolean brokenAgain(Alert alert, Range later) {
    if (alert.cause().condition() instanceof Condition.Threshold threshold) {
      Predicate<Value> breaks = threshold.test();
      return points.last(later, point -> breaks.test(point.value())).isPresent();
    }
    return false;
  }

  /** The watch finds that out as well, but maybe later. */
  private boolean silentAgain(Alert alert) {
    return alert.cause().condition() instanceof Condition.Absent(Duration silent)
        && points
            .latest(alert.organization(), alert.deviceId(), alert.cause().metricName())
            .map(point -> Nanos.time(point.time()).plus(silent))
            .filter(due -> due.isAfter(clock.instant()))
            .isEmpty();
  }

  private static Origin origin(Alert alert) {
    return Origin.of(alert.organization());
  }

  private Mark mark(@Nullable String note) {
    return new Mark(Event.SYSTEM, clock.instant().truncatedTo(ChronoUnit.MILLIS), note);
  }
}
