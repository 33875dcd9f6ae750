package io.updraft.alert;

import io.updraft.alert.domain.AlertList;
import io.updraft.alert.domain.AlertTallies;
import io.updraft.alert.domain.Alerts;
import io.updraft.alert.dynamodb.AlertStores;
import io.updraft.alert.query.ListAlertsHandler;
import io.updraft.alert.query.ShowAlertHandler;
import io.updraft.http.Access;
import io.updraft.http.HttpFunction;
import io.updraft.http.Routes;
import io.updraft.lambda.Environment;
import java.time.Clock;

/** Shows alerts. */
public final class AlertQueryFunction extends HttpFunction {
  private static final String ALL = "GET /api/v1/telemetry/alerts";
  private static final Access READ = Access.users().scope("alerts:read");

  public AlertQueryFunction() {
    this(AlertStores.from(Environment.current(), Clock.systemUTC()));
  }

  private AlertQueryFunction(AlertStores stores) {
    this(stores.alerts(), stores.list(), stores.tallies(), stores.clock());
  }

  AlertQueryFunction(Alerts alerts, AlertList list, AlertTallies tallies, Clock clock) {
    super(
        Routes.routes(clock)
            .route(ALL, READ, new ListAlertsHandler(list, tallies))
            .route(ALL + "/{alert_id}", READ, new ShowAlertHandler(alerts))
            .build());
  }
}
