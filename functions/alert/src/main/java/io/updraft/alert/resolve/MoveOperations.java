package io.updraft.alert.resolve;

import io.updraft.alert.domain.AlertMove;
import io.updraft.alert.domain.Mark;
import io.updraft.alert.moves.MoveAlert;
import io.updraft.http.Fields;
import io.updraft.http.Operation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The moves that people make. */
public record MoveOperations(MoveAlert moveAlert, Clock clock) {
  private static final String UNTIL = "until";
  private static final Duration LONGEST = Duration.ofDays(365);

  public Operation acknowledge() {
    return operation((mark, _) -> new AlertMove.Acknowledge(mark));
  }

  public Operation resolve() {
    return operation((mark, _) -> new AlertMove.Resolve(mark));
  }

  public Operation suppress() {
    return operation(this::suppressed);
  }

  public Operation unsuppress() {
    return operation((mark, _) -> new AlertMove.Unsuppress(mark));
  }

  private Operation operation(MoveHandler.Kind kind) {
    return new MoveHandler(moveAlert, kind, clock);
  }

  private AlertMove suppressed(Mark mark, Fields fields) {
    Instant until = fields.optionalTime(UNTIL);
    if (until == null) {
      if (!fields.has(UNTIL)) {
        fields.reject(UNTIL, "is required: a time in ISO 8601 with an offset");
      }
    } else if (!until.isAfter(mark.at()) || until.isAfter(mark.at().plus(LONGEST))) {
      fields.reject(UNTIL, "must be in the future, at most 365 days from now");
    }
    return new AlertMove.Suppress(mark, until == null ? mark.at() : until);
  }
}
