package io.updraft.telemetry;

import io.updraft.http.Access;
import io.updraft.http.HttpFunction;
import io.updraft.http.Routes;
import io.updraft.lambda.Environment;
import io.updraft.telemetry.dynamodb.TelemetryStores;
import io.updraft.telemetry.query.QueryOperations;
import java.time.Clock;

/** Answers what devices have measured. */
public final class TelemetryQueryFunction extends HttpFunction {
  private static final Access READ = Access.users().scope("telemetry:read");
  private static final String METRICS = "GET /api/v1/telemetry/devices/{device_id}/metrics";

  public TelemetryQueryFunction() {
    this(Environment.current(), Clock.systemUTC());
  }

  private TelemetryQueryFunction(Environment environment, Clock clock) {
    this(TelemetryStores.from(environment, clock), clock);
  }

  TelemetryQueryFunction(TelemetryStores stores, Clock clock) {
    this(
        new QueryOperations(stores.points(), stores.definitions(), stores.figures(), clock), clock);
  }

  private TelemetryQueryFunction(QueryOperations operations, Clock clock) {
    super(
        Routes.routes(clock)
            .route("POST /api/v1/telemetry/query", READ, operations.query())
            .route("GET /api/v1/telemetry/aggregated", READ, operations.aggregated())
            .route("GET /api/v1/telemetry/export/csv", READ, operations.csv())
            .route("GET /api/v1/telemetry/stats", READ, operations.stats())
            .route(
                "GET /api/v1/telemetry/devices/{device_id}/stats", READ, operations.deviceStats())
            .route(METRICS, READ, operations.metrics())
            .route(METRICS + "/{name}/latest", READ, operations.latest())
            .route(METRICS + "/{name}/range", READ, operations.range())
            .build());
  }
}
