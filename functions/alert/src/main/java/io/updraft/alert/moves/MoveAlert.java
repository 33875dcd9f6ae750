package io.updraft.alert.moves;

import io.updraft.alert.domain.Alert;
import io.updraft.alert.domain.AlertChange;
import io.updraft.alert.domain.AlertId;
import io.updraft.alert.domain.AlertMove;
import io.updraft.alert.domain.Alerts;
import io.updraft.alert.domain.Attempts;
import io.updraft.alert.domain.NewIds;
import io.updraft.events.Origin;
import java.util.Optional;

/**
 * Moves an alert, whoever asks for it: a user, the sweep, a device that is deleted. Its event
 * leaves from here.
 */
public final class MoveAlert {
  private final Alerts alerts;
  private final AlertEvents events;

  public MoveAlert(Alerts alerts, NewIds ids) {
    this.alerts = alerts;
    this.events = new AlertEvents(ids);
  }

  public MoveOutcome move(Origin origin, AlertId id, AlertMove move) {
    return Attempts.until(() -> attempt(origin, id, move)).orElseGet(MoveOutcome.Contended::new);
  }

  /**
   * Moves an alert as it was judged.
   *
   * @param judged which can make the move
   * @return false where it has moved, or was broken again, since then
   */
  public boolean moveAsJudged(Origin origin, Alert judged, AlertMove move) {
    return alerts.move(change(origin, judged, move));
  }

  private Optional<MoveOutcome> attempt(Origin origin, AlertId id, AlertMove move) {
    Optional<Alert> found = alerts.find(origin.organizationId(), id);
    if (found.isEmpty()) {
      return Optional.of(new MoveOutcome.NotFound());
    }
    Alert before = found.get();
    if (!before.can(move)) {
      return Optional.of(new MoveOutcome.NotMovable(before.status(), move.target()));
    }
    return alerts.move(change(origin, before, move))
        ? Optional.of(new MoveOutcome.Moved(before.moved(move)))
        : Optional.empty();
  }

  private AlertChange change(Origin origin, Alert before, AlertMove move) {
    return new AlertChange(before, move, events.moved(before.moved(move), move, origin));
  }
}
