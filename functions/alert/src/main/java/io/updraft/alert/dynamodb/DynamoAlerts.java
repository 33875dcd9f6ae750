package io.updraft.alert.dynamodb;

import io.updraft.alert.domain.Alert;
import io.updraft.alert.domain.AlertChange;
import io.updraft.alert.domain.AlertId;
import io.updraft.alert.domain.AlertStatus;
import io.updraft.alert.domain.Alerts;
import io.updraft.alert.domain.Course;
import io.updraft.alert.domain.Opening;
import io.updraft.alert.domain.Standing;
import io.updraft.alert.domain.Standings.Place;
import io.updraft.dynamodb.Commit;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Dynamo.Reading;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Outbox;
import io.updraft.dynamodb.Stamps;
import io.updraft.dynamodb.Transaction;
import io.updraft.telemetry.published.Nanos;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Alerts on the alerts table. */
public final class DynamoAlerts implements Alerts {
  private static final String ALERT = "alert";
  private static final String STANDING = "standing";
  private static final String RULES = "rules";
  private static final String DELETION = "deletion";

  private final Dynamo dynamo;
  private final String table;
  private final Stamps stamps;
  private final Outbox outbox;

  /**
   * @param table name of the alerts table
   * @param stamps of the rules
   */
  public DynamoAlerts(Dynamo dynamo, String table, Stamps stamps, Outbox outbox) {
    this.dynamo = dynamo;
    this.table = table;
    this.stamps = stamps;
    this.outbox = outbox;
  }

  @Override
  public Optional<Alert> find(String organization, AlertId id) {
    return dynamo
        .get(table, AlertKeys.alert(organization, id), Reading.CONSISTENT)
        .map(AlertItems::read);
  }

  @Override
  public Opened open(Opening opening) {
    return switch (dynamo.commit(opened(opening))) {
      case Commit.Committed() -> Opened.DONE;
      case Commit.Refused refused when refused.by(DELETION) -> Opened.DEVICE_DELETED;
      case Commit.Refused refused when refused.by(RULES) -> Opened.RULES_CHANGED;
      case Commit.Refused refused when refused.by(STANDING) -> Opened.OVERTAKEN;
      case Commit.Refused refused ->
          throw new IllegalStateException("an alert was refused by " + refused.parts());
    };
  }

  private Transaction opened(Opening opening) {
    Alert alert = opening.alert();
    Place place = Place.of(alert);
    Standing standing = opening.before().opened(alert.id());
    Instant now = alert.course().triggeredAt();
    return new Transaction()
        .add(STANDING, StandingItems.write(table, place, standing, now))
        .add(ALERT, Guarded.create(table, AlertItems.written(alert)))
        .add(RULES, stamps.unchanged(alert.organization(), opening.stamp()))
        .add(DELETION, notDeletedSince(place, opening.known()))
        .announce(outbox, opening.event());
  }

  private Guarded notDeletedSince(Place place, Instant known) {
    return Guarded.check(
            table,
            AlertKeys.deletion(place.organization(), place.deviceId()),
            "attribute_not_exists(pk) OR deleted_at < :known")
        .with(v -> v.time(":known", known));
  }

  @Override
  public boolean goOn(Alert before, Course now) {
    Guarded write =
        Guarded.update(
                table,
                AlertKeys.alert(before.organization(), before.id()),
                "SET current_value = :value, last_violation = :last, violations = :violations")
            .when("last_violation = :before AND #status <> :resolved")
            .with(v -> v.text(":value", now.currentValue()).number(":last", now.last()))
            .with(v -> v.number(":violations", now.violations()))
            .with(v -> v.number(":before", before.course().last()))
            .with(v -> v.text(":resolved", AlertItems.status(AlertStatus.RESOLVED)));
    return dynamo.write(write) instanceof Commit.Committed;
  }

  @Override
  public boolean move(AlertChange change) {
    Transaction transaction =
        new Transaction()
            .add(ALERT, AlertMoves.write(table, change))
            .announce(outbox, change.event());
    if (!change.after().status().open()) {
      transaction.add(STANDING, resolved(change.after()));
    }
    return dynamo.commit(transaction) instanceof Commit.Committed;
  }

  /** A point of a clock that is ahead may be later than the resolution. */
  private Guarded resolved(Alert alert) {
    Instant at = Objects.requireNonNull(alert.marks().resolved()).at();
    long after = Math.max(Nanos.of(at), alert.course().last());
    return StandingItems.resolved(table, Place.of(alert), alert.id(), after, at);
  }

  @Override
  public void putOff(Alert alert, @Nullable Instant due) {
    dynamo.write(AlertMoves.putOff(table, alert, due));
  }
}
