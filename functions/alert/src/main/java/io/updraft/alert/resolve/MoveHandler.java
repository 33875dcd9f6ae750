package io.updraft.alert.resolve;

import io.updraft.alert.domain.AlertId;
import io.updraft.alert.domain.AlertMove;
import io.updraft.alert.domain.AlertStatus;
import io.updraft.alert.domain.Mark;
import io.updraft.alert.moves.AlertView;
import io.updraft.alert.moves.MoveAlert;
import io.updraft.alert.moves.MoveOutcome;
import io.updraft.http.Fields;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import io.updraft.http.Problem;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;

/**
 * {@code PUT /api/v1/telemetry/alerts/{alert_id}/acknowledge}, {@code /resolve}, {@code /suppress}
 * and {@code /unsuppress}, each of which is one kind of move.
 */
final class MoveHandler implements Operation {
  private static final int MOST_NOTE = 1_000;

  private final MoveAlert moveAlert;
  private final Kind kind;
  private final Clock clock;

  MoveHandler(MoveAlert moveAlert, Kind kind, Clock clock) {
    this.moveAlert = moveAlert;
    this.kind = kind;
    this.clock = clock;
  }

  /** Reads what the request says of the move beside the note. */
  @FunctionalInterface
  interface Kind {
    AlertMove of(Mark mark, Fields fields);
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    AlertId id = AlertView.id(request);
    return answer(moveAlert.move(request.origin(), id, move(request)), id);
  }

  private AlertMove move(HttpRequest request) {
    Fields fields = request.jsonOrEmpty();
    Mark mark =
        new Mark(
            request.caller().user(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            fields.optionalText("note", 1, MOST_NOTE));
    AlertMove move = kind.of(mark, fields);
    fields.throwIfInvalid();
    return move;
  }

  private static HttpResponse answer(MoveOutcome outcome, AlertId id) {
    return switch (outcome) {
      case MoveOutcome.Moved(var alert) -> HttpResponse.ok(AlertView.of(alert));
      case MoveOutcome.NotFound() -> throw AlertView.notFound(id.text());
      case MoveOutcome.NotMovable(var current, var target) ->
          throw Problem.invalidTransition(
                  name(current),
                  name(target),
                  Arrays.stream(AlertStatus.values())
                      .filter(current.successors()::contains)
                      .map(MoveHandler::name)
                      .toList())
              .exception();
      case MoveOutcome.Contended() ->
          throw Problem.conflict("The alert is being changed by others; send the request again.")
              .exception();
    };
  }

  private static String name(AlertStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
