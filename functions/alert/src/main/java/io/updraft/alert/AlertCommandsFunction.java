package io.updraft.alert;

import io.updraft.alert.dynamodb.AlertStores;
import io.updraft.alert.moves.MoveAlert;
import io.updraft.alert.moves.RandomIds;
import io.updraft.alert.resolve.MoveOperations;
import io.updraft.http.Access;
import io.updraft.http.HttpFunction;
import io.updraft.http.Role;
import io.updraft.http.Routes;
import io.updraft.lambda.Environment;
import java.time.Clock;

/** People acknowledge, resolve, suppress and unsuppress alerts. */
public final class AlertCommandsFunction extends HttpFunction {
  private static final String ONE = "PUT /api/v1/telemetry/alerts/{alert_id}/";
  private static final Access WRITE = Access.roles(Role.OPERATOR).scope("alerts:write");

  public AlertCommandsFunction() {
    this(AlertStores.from(Environment.current(), Clock.systemUTC()));
  }

  private AlertCommandsFunction(AlertStores stores) {
    this(new MoveAlert(stores.alerts(), new RandomIds()), stores.clock());
  }

  AlertCommandsFunction(MoveAlert moveAlert, Clock clock) {
    this(new MoveOperations(moveAlert, clock));
  }

  private AlertCommandsFunction(MoveOperations operations) {
    super(
        Routes.routes(operations.clock())
            .route(ONE + "acknowledge", WRITE, operations.acknowledge())
            .route(ONE + "resolve", WRITE, operations.resolve())
            .route(ONE + "suppress", WRITE, operations.suppress())
            .route(ONE + "unsuppress", WRITE, operations.unsuppress())
            .build());
  }
}
