package io.updraft.alert.figures;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import io.updraft.alert.domain.AlertTallies;
import io.updraft.alert.domain.RuleTotals;
import io.updraft.alert.dynamodb.AlertStores;
import io.updraft.lambda.Environment;
import io.updraft.lambda.metrics.MetricLine;
import io.updraft.telemetry.published.AlertFigures;
import java.time.Clock;

/**
 * Counts alerts and how often rules trigger; trigger: the DynamoDB stream of the alerts table, with
 * old and new images. One write for each rule, device and organization in a batch. A batch that
 * fails comes again as a whole.
 */
public final class CountAlertsHandler implements RequestHandler<DynamodbEvent, Void> {
  private final RuleTotals totals;
  private final AlertTallies tallies;
  private final AlertFigures figures;
  private final Clock clock;

  public CountAlertsHandler() {
    this(AlertStores.from(Environment.current(), Clock.systemUTC()));
  }

  CountAlertsHandler(AlertStores stores) {
    this(stores.totals(), stores.tallies(), stores.figures(), stores.clock());
  }

  private CountAlertsHandler(
      RuleTotals totals, AlertTallies tallies, AlertFigures figures, Clock clock) {
    this.totals = totals;
    this.tallies = tallies;
    this.figures = figures;
    this.clock = clock;
  }

  @Override
  public Void handleRequest(DynamodbEvent event, Context context) {
    Counted counted = Counted.of(event.getRecords());
    counted
        .triggers()
        .forEach((rule, more) -> totals.add(rule.organization(), rule.id(), counted.batch(), more));
    counted
        .alerts()
        .forEach((organization, more) -> tallies.add(organization, counted.batch(), more));
    counted
        .devices()
        .forEach(
            (of, byDevice) -> figures.add(of.organization(), of.hour(), counted.batch(), byDevice));
    if (counted.triggered() + counted.resolved() > 0) {
      context.getLogger().log(line(counted));
    }
    return null;
  }

  private String line(Counted counted) {
    return new MetricLine("alerts")
        .count("alerts_triggered", counted.triggered())
        .count("alerts_resolved", counted.resolved())
        .at(clock.instant());
  }
}
