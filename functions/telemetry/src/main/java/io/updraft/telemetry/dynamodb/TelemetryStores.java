package io.updraft.telemetry.dynamodb;

import io.updraft.device.published.PublishedDevices;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.DynamoClients;
import io.updraft.lambda.Environment;
import io.updraft.telemetry.domain.Definitions;
import io.updraft.telemetry.domain.PointStore;
import io.updraft.telemetry.domain.ServiceFigures;
import io.updraft.telemetry.export.Exports;
import io.updraft.telemetry.intake.ArrivalIds;
import io.updraft.telemetry.intake.Arrivals;
import io.updraft.telemetry.intake.Introduction;
import io.updraft.telemetry.intake.TakeIn;
import java.time.Clock;

/** What the functions of this context are wired from: one client, and the stores on it. */
public record TelemetryStores(
    Dynamo dynamo, TelemetryTables tables, Definitions definitions, Clock clock) {
  public static TelemetryStores from(Environment environment, Clock clock) {
    // All functions of the context may read it, which is not so of the other tables.
    Dynamo dynamo = new Dynamo(DynamoClients.primed(environment, "SERIES_TABLE"));
    return new TelemetryStores(
        dynamo,
        TelemetryTables.from(environment),
        new CachedDefinitions(dynamo, environment.text("METRICS_TABLE")),
        clock);
  }

  public PointStore points() {
    return new DynamoPointStore(dynamo, tables, clock);
  }

  public ServiceFigures figures() {
    return new DynamoServiceFigures(dynamo, tables);
  }

  /** On the table that {@code EXPORTS_TABLE} names. */
  public Exports exports(Environment environment) {
    return new DynamoExports(dynamo, environment.text("EXPORTS_TABLE"));
  }

  /** Takes points in, and tells the registry of devices. */
  public TakeIn takeIn(Environment environment) {
    Arrivals arrivals = new DynamoArrivals(dynamo, tables);
    int quota = environment.integer("GATEWAY_REGISTRATIONS_PER_HOUR", 1_000, 1, 1_000_000);
    return new TakeIn(
        definitions,
        arrivals,
        new Introduction(arrivals, PublishedDevices.contacts(dynamo, environment, quota)),
        ArrivalIds.ulids(),
        clock);
  }
}
