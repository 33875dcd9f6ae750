package io.updraft.telemetry;

import io.updraft.http.Access;
import io.updraft.http.HttpFunction;
import io.updraft.http.Role;
import io.updraft.http.Routes;
import io.updraft.lambda.Environment;
import io.updraft.telemetry.delivery.Deliver;
import io.updraft.telemetry.delivery.InOwnForm;
import io.updraft.telemetry.dynamodb.TelemetryStores;
import io.updraft.telemetry.intake.TakeIn;
import io.updraft.telemetry.lineprotocol.WriteHandler;
import io.updraft.telemetry.otlp.MetricsHandler;
import java.time.Clock;

/** Takes data points in the ways that telemetry already speaks. */
public final class TelemetryProtocolsFunction extends HttpFunction {
  public TelemetryProtocolsFunction() {
    this(Environment.current(), Clock.systemUTC());
  }

  private TelemetryProtocolsFunction(Environment environment, Clock clock) {
    this(TelemetryStores.from(environment, clock).takeIn(environment), clock);
  }

  TelemetryProtocolsFunction(TakeIn takeIn, Clock clock) {
    this(new Deliver(takeIn::take, clock), clock);
  }

  TelemetryProtocolsFunction(Deliver deliver, Clock clock) {
    super(routes(deliver, clock));
  }

  private static Routes routes(Deliver deliver, Clock clock) {
    Access senders = Access.roles(Role.OPERATOR, Role.DEVICE).scope("telemetry:write");
    return Routes.routes(clock)
        .maxInflatedBytes(InOwnForm.MOST_BYTES)
        .route("POST /v1/metrics", senders, MetricsHandler.of(deliver))
        .route("POST /api/v2/write", senders, WriteHandler.of(deliver, clock))
        .build();
  }
}
