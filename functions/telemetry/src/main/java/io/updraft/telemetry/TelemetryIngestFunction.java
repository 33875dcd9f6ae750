package io.updraft.telemetry;

import io.updraft.http.Access;
import io.updraft.http.HttpFunction;
import io.updraft.http.Role;
import io.updraft.http.Routes;
import io.updraft.lambda.Environment;
import io.updraft.telemetry.dynamodb.TelemetryStores;
import io.updraft.telemetry.ingest.IngestOperations;
import io.updraft.telemetry.intake.TakeIn;
import java.time.Clock;

/** Takes in what devices measure: the hot path of telemetry. */
public final class TelemetryIngestFunction extends HttpFunction {
  private static final Access WRITE = Access.roles(Role.OPERATOR).scope("telemetry:write");

  public TelemetryIngestFunction() {
    this(Environment.current(), Clock.systemUTC());
  }

  private TelemetryIngestFunction(Environment environment, Clock clock) {
    this(TelemetryStores.from(environment, clock).takeIn(environment), clock);
  }

  TelemetryIngestFunction(TakeIn takeIn, Clock clock) {
    this(new IngestOperations(takeIn, clock));
  }

  private TelemetryIngestFunction(IngestOperations operations) {
    super(
        Routes.routes(operations.clock())
            .route(
                "POST /api/v1/telemetry/devices/{device_id}/telemetry",
                WRITE.orRoles(Role.DEVICE),
                operations.one())
            .route(
                "POST /api/v1/telemetry/devices/{device_id}/telemetry/batch",
                WRITE.orRoles(Role.DEVICE),
                operations.batch())
            .route("POST /api/v1/telemetry/bulk", WRITE, operations.bulk())
            .build());
  }
}
