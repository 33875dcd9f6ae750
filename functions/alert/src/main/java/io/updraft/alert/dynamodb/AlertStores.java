package io.updraft.alert.dynamodb;

import io.updraft.alert.domain.AlertList;
import io.updraft.alert.domain.AlertTallies;
import io.updraft.alert.domain.Alerts;
import io.updraft.alert.domain.Authors;
import io.updraft.alert.domain.Deletions;
import io.updraft.alert.domain.DueWork;
import io.updraft.alert.domain.Enrolments;
import io.updraft.alert.domain.Fleet;
import io.updraft.alert.domain.RuleTotals;
import io.updraft.alert.domain.Rules;
import io.updraft.alert.domain.Standings;
import io.updraft.alert.domain.Watches;
import io.updraft.device.published.PublishedDevices;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.DynamoBookmarks;
import io.updraft.dynamodb.DynamoClients;
import io.updraft.dynamodb.Outbox;
import io.updraft.lambda.Environment;
import io.updraft.lambda.consumed.Bookmarks;
import io.updraft.telemetry.published.AlertFigures;
import io.updraft.telemetry.published.PublishedTelemetry;
import io.updraft.telemetry.published.StoredPoints;
import java.time.Clock;

/** What the functions of this context are wired from: one client, and the stores on it. */
public record AlertStores(Dynamo dynamo, Environment environment, AlertTables tables, Clock clock) {
  public static AlertStores from(Environment environment, Clock clock) {
    return from(environment, "ALERTS_TABLE", clock);
  }

  /**
   * @param primedBy the variable with the name of a table that the function may read
   */
  public static AlertStores from(Environment environment, String primedBy, Clock clock) {
    return new AlertStores(
        new Dynamo(DynamoClients.primed(environment, primedBy)),
        environment,
        AlertTables.from(environment),
        clock);
  }

  public Rules rules() {
    return new RulesTable(dynamo, tables, outbox());
  }

  public RuleTotals totals() {
    return new TotalItems(dynamo, tables.rules());
  }

  public Alerts alerts() {
    return new DynamoAlerts(dynamo, tables.alerts(), tables.stamps(), outbox());
  }

  public AlertList list() {
    return new DynamoAlertList(dynamo, tables.alerts());
  }

  public AlertTallies tallies() {
    return new TallyItems(dynamo, tables.alerts());
  }

  public Standings standings() {
    return new DynamoStandings(dynamo, tables.alerts(), clock);
  }

  public Watches watches() {
    return new DynamoWatches(dynamo, tables.alerts());
  }

  public Enrolments enrolments() {
    return new DynamoEnrolments(dynamo, tables.alerts());
  }

  public Deletions deletions() {
    return new DynamoDeletions(dynamo, tables.alerts());
  }

  public Authors authors() {
    return new DynamoAuthors(dynamo, tables.alerts());
  }

  /** Where walks over the tables have come to. */
  public Bookmarks bookmarks() {
    return new DynamoBookmarks(dynamo, tables.alerts());
  }

  public DueWork due() {
    return new DynamoDueWork(dynamo, tables.alerts());
  }

  /** On {@code DEVICES_TABLE}. */
  public Fleet fleet() {
    return new CachedFleet(PublishedDevices.directory(dynamo, environment), clock);
  }

  /** On {@code ARRIVALS_TABLE} and {@code SERIES_TABLE}. */
  public StoredPoints points() {
    return PublishedTelemetry.points(dynamo, environment, clock);
  }

  /** On {@code SERIES_TABLE}. */
  public AlertFigures figures() {
    return PublishedTelemetry.alertFigures(dynamo, environment);
  }

  private Outbox outbox() {
    return new Outbox(environment.text("OUTBOX_TABLE"));
  }
}
