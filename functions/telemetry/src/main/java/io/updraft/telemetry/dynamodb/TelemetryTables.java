package io.updraft.telemetry.dynamodb;

import io.updraft.lambda.Environment;

/**
 * The names of the tables that data points are kept in.
 *
 * @param arrivals what each request brought, as it came; its stream tells of it
 * @param series what has been merged, and what is known of devices and their metrics
 */
public record TelemetryTables(String arrivals, String series) {
  public static TelemetryTables from(Environment environment) {
    return new TelemetryTables(
        environment.text("ARRIVALS_TABLE"), environment.text("SERIES_TABLE"));
  }
}
