package io.updraft.telemetry.published;

import io.updraft.dynamodb.Dynamo;
import io.updraft.lambda.Environment;
import io.updraft.telemetry.dynamodb.CachedDefinitions;

/** What the wiring of another context takes from this one. */
public final class PublishedTelemetry {
  private PublishedTelemetry() {}

  /** On {@code METRICS_TABLE}. */
  public static MetricTypes metricTypes(Dynamo dynamo, Environment environment) {
    return new CachedDefinitions(dynamo, environment.text("METRICS_TABLE"));
  }
}
