package io.updraft.alert.moves;

import io.updraft.alert.domain.Alert;
import io.updraft.alert.domain.AlertMove;
import io.updraft.alert.domain.Cause;
import io.updraft.alert.domain.NewIds;
import io.updraft.events.AlertAcknowledged;
import io.updraft.events.AlertEvent;
import io.updraft.events.AlertResolved;
import io.updraft.events.AlertSuppressed;
import io.updraft.events.AlertTriggered;
import io.updraft.events.AlertUnsuppressed;
import io.updraft.events.Envelope;
import io.updraft.events.Origin;
import java.time.Instant;
import java.util.Locale;

/** Makes the events of alerts; their sequence is the alert's version. */
final class AlertEvents {
  private final NewIds ids;

  AlertEvents(NewIds ids) {
    this.ids = ids;
  }

  Envelope triggered(Alert alert, Origin origin) {
    Cause cause = alert.cause();
    AlertTriggered event =
        new AlertTriggered(
            alert.id().text(),
            cause.ruleId().text(),
            cause.ruleName(),
            alert.deviceId(),
            cause.metricName(),
            level(cause),
            alert.course().currentValue(),
            cause.condition().value().text(),
            alert.course().triggeredAt(),
            cause.notificationChannels());
    return Envelope.of(event, origin, alert.version(), ids.event());
  }

  Envelope moved(Alert after, AlertMove move, Origin origin) {
    return Envelope.of(event(after, move), origin, after.version(), ids.event());
  }

  private static AlertEvent event(Alert alert, AlertMove move) {
    String id = alert.id().text();
    String rule = alert.cause().ruleId().text();
    String device = alert.deviceId();
    String by = move.mark().by();
    Instant at = move.mark().at();
    return switch (move) {
      case AlertMove.Acknowledge _ -> new AlertAcknowledged(id, rule, device, by, at);
      case AlertMove.Suppress _ -> new AlertSuppressed(id, rule, device, by, at);
      case AlertMove.Unsuppress _ -> new AlertUnsuppressed(id, rule, device, by, at);
      case AlertMove.Resolve _ -> resolved(alert, move);
    };
  }

  private static AlertResolved resolved(Alert alert, AlertMove move) {
    Cause cause = alert.cause();
    return new AlertResolved(
        alert.id().text(),
        cause.ruleId().text(),
        cause.ruleName(),
        alert.deviceId(),
        cause.metricName(),
        level(cause),
        move.mark().by(),
        move.mark().note(),
        move.mark().at());
  }

  private static String level(Cause cause) {
    return cause.level().name().toLowerCase(Locale.ROOT);
  }
}
