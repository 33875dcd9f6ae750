package io.updraft.alert.moves;

import io.updraft.alert.domain.Alert;
import io.updraft.alert.domain.AlertStatus;

/** What became of a move. */
public sealed interface MoveOutcome {
  record Moved(Alert alert) implements MoveOutcome {}

  record NotFound() implements MoveOutcome {}

  /** The state of the alert forbids the move. */
  record NotMovable(AlertStatus current, AlertStatus target) implements MoveOutcome {}

  /** Others were first, at every attempt. */
  record Contended() implements MoveOutcome {}
}
