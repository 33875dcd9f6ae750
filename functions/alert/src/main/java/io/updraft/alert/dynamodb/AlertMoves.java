package io.updraft.alert.dynamodb;

import io.updraft.alert.domain.Alert;
import io.updraft.alert.domain.AlertChange;
import io.updraft.alert.domain.AlertMove;
import io.updraft.alert.domain.Mark;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.ItemBuilder;
import io.updraft.dynamodb.Key;
import java.time.Instant;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Moves of alerts as updates of their items, which leave the course of the alert alone. */
final class AlertMoves {
  private AlertMoves() {}

  static Guarded write(String table, AlertChange change) {
    Alert after = change.after();
    Key key = AlertKeys.alert(after.organization(), after.id());
    Due due = new Due(key, after.due());
    StringJoiner set =
        new StringJoiner(", ", "SET ", "")
            .add("#status = :status, version = :next, %s = :mark".formatted(mark(change.move())));
    Guarded write =
        Guarded.update(
                table,
                key,
                due.set(set) + due.removed(after.status().open() ? "" : "open_pk, open_sk"))
            .when("version = :version")
            .with(v -> v.text(":status", AlertItems.status(after.status())))
            .with(v -> v.number(":next", after.version()))
            .with(v -> v.number(":version", change.before().version()))
            .with(v -> v.map(":mark", AlertItems.mark(change.move().mark())))
            .with(due::values);
    return switch (change.move()) {
      case AlertMove.Suppress(Mark _, Instant until) -> write.with(v -> v.time(":until", until));
      case AlertMove.Resolve _ ->
          write
              .when("version = :version AND last_violation = :last")
              .with(v -> v.number(":last", change.before().course().last()));
      case AlertMove.Acknowledge _, AlertMove.Unsuppress _ -> write;
    };
  }

  /** The attribute that the move leaves; those of other moves stay as they are. */
  private static String mark(AlertMove move) {
    return switch (move) {
      case AlertMove.Acknowledge _ -> "acknowledged";
      case AlertMove.Suppress _ -> "suppressed_until = :until, suppressed";
      case AlertMove.Unsuppress _ -> "unsuppressed";
      case AlertMove.Resolve _ -> "resolved";
    };
  }

  /** Only when an alert is looked at changes. */
  static Guarded putOff(String table, Alert alert, @Nullable Instant at) {
    Key key = AlertKeys.alert(alert.organization(), alert.id());
    Due due = new Due(key, at);
    return Guarded.update(
            table, key, at == null ? due.removed("") : due.set(new StringJoiner(", ", "SET ", "")))
        .when("version = :version")
        .with(v -> v.number(":version", alert.version()))
        .with(due::values);
  }

  /** When an alert is looked at, as parts of an update. */
  private record Due(Key key, @Nullable Instant at) {
    String set(StringJoiner set) {
      return (at == null ? set : set.add("due_pk = :part, due_sk = :due")).toString();
    }

    String removed(String others) {
      StringJoiner names = new StringJoiner(", ", " REMOVE ", "").setEmptyValue("");
      if (!others.isEmpty()) {
        names.add(others);
      }
      if (at == null) {
        names.add("due_pk, due_sk");
      }
      return names.toString();
    }

    void values(ItemBuilder values) {
      if (at != null) {
        values.text(":part", AlertKeys.duePart(key)).text(":due", AlertKeys.dueAt(at));
      }
    }
  }
}
