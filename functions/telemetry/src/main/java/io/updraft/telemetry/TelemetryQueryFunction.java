package io.updraft.telemetry;

import io.updraft.http.Access;
import io.updraft.http.HttpFunction;
import io.updraft.http.Routes;
import io.updraft.lambda.Environment;
import io.updraft.telemetry.dynamodb.TelemetryStores;
import io.updraft.telemetry.export.ExportFiles;
import io.updraft.telemetry.export.ExportOperations;
import io.updraft.telemetry.export.Exports;
import io.updraft.telemetry.query.QueryOperations;
import io.updraft.telemetry.s3.S3ExportFiles;
import java.time.Clock;

/** Answers what devices have measured. */
public final class TelemetryQueryFunction extends HttpFunction {
  private static final Access READ = Access.users().scope("telemetry:read");
  private static final String METRICS = "GET /api/v1/telemetry/devices/{device_id}/metrics";

  public TelemetryQueryFunction() {
    this(Environment.current(), Clock.systemUTC());
  }

  private TelemetryQueryFunction(Environment environment, Clock clock) {
    this(TelemetryStores.from(environment, clock), environment, clock);
  }

  private TelemetryQueryFunction(TelemetryStores stores, Environment environment, Clock clock) {
    this(stores, stores.exports(environment), S3ExportFiles.from(environment), clock);
  }

  TelemetryQueryFunction(TelemetryStores stores, Exports exports, ExportFiles files, Clock clock) {
    super(
        routes(
            new QueryOperations(stores.points(), stores.definitions(), stores.figures(), clock),
            new ExportOperations(stores.points(), exports, files, clock)));
  }

  private static Routes routes(QueryOperations operations, ExportOperations exports) {
    return Routes.routes(operations.clock())
        .route("POST /api/v1/telemetry/query", READ, operations.query())
        .route("GET /api/v1/telemetry/aggregated", READ, operations.aggregated())
        .route("GET /api/v1/telemetry/export/csv", READ, exports.csv())
        .route("GET /api/v1/telemetry/exports/{export_id}", READ, exports.get())
        .route("GET /api/v1/telemetry/stats", READ, operations.stats())
        .route("GET /api/v1/telemetry/devices/{device_id}/stats", READ, operations.deviceStats())
        .route(METRICS, READ, operations.metrics())
        .route(METRICS + "/{name}/latest", READ, operations.latest())
        .route(METRICS + "/{name}/range", READ, operations.range())
        .build();
  }
}
