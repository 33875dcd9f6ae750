package io.updraft.telemetry;

import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.DynamoClients;
import io.updraft.dynamodb.Outbox;
import io.updraft.http.Access;
import io.updraft.http.HttpFunction;
import io.updraft.http.Role;
import io.updraft.http.Routes;
import io.updraft.lambda.Environment;
import io.updraft.telemetry.dynamodb.MetricsTable;
import io.updraft.telemetry.metric.MetricDefinitions;
import io.updraft.telemetry.metric.MetricIds;
import io.updraft.telemetry.metric.MetricOperations;
import java.time.Clock;

/** Keeps what the metrics of an organization mean. */
public final class MetricDefinitionsFunction extends HttpFunction {
  private static final String ALL = " /api/v1/telemetry/metrics";
  private static final String ONE = ALL + "/{name}";
  private static final Access WRITE = Access.roles(Role.OPERATOR).scope("metrics:write");
  private static final Access READ = Access.users().scope("metrics:read");

  public MetricDefinitionsFunction() {
    this(Environment.current());
  }

  private MetricDefinitionsFunction(Environment environment) {
    this(
        new MetricsTable(
            new Dynamo(DynamoClients.create(environment)),
            environment.text("METRICS_TABLE"),
            new Outbox(environment.text("OUTBOX_TABLE"))),
        MetricIds.random(),
        Clock.systemUTC());
  }

  MetricDefinitionsFunction(MetricDefinitions definitions, MetricIds ids, Clock clock) {
    this(new MetricOperations(definitions, ids, clock));
  }

  private MetricDefinitionsFunction(MetricOperations operations) {
    super(
        Routes.routes(operations.clock())
            .route("POST" + ALL, WRITE, operations.define())
            .route("GET" + ALL, READ, operations.list())
            .route("GET" + ONE, READ, operations.show())
            .route("PUT" + ONE, WRITE, operations.replace())
            .route("DELETE" + ONE, WRITE, operations.delete())
            .build());
  }
}
