package io.updraft.telemetry;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.device.published.DeviceContacts;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Outbox;
import io.updraft.telemetry.dynamodb.CachedDefinitions;
import io.updraft.telemetry.dynamodb.DynamoArrivals;
import io.updraft.telemetry.dynamodb.DynamoExports;
import io.updraft.telemetry.dynamodb.MetricsTable;
import io.updraft.telemetry.dynamodb.TelemetryStores;
import io.updraft.telemetry.dynamodb.TelemetryTables;
import io.updraft.telemetry.intake.ArrivalIds;
import io.updraft.telemetry.intake.Introduction;
import io.updraft.telemetry.intake.TakeIn;
import io.updraft.telemetry.merge.Merging;
import io.updraft.telemetry.metric.MetricIds;
import io.updraft.testing.ApiAnswer;
import io.updraft.testing.ApiCall;
import io.updraft.testing.MutableClock;
import io.updraft.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The functions of telemetry on a database, with a registry of devices that only listens. */
public final class TelemetryWorld {
  public static final String ORGANIZATION = "acme";
  public static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

  private static final String DEVICES = "/api/v1/telemetry/devices/{device_id}";

  public final MutableClock clock = MutableClock.at(NOW);
  public final List<String> contacts = new ArrayList<>();
  public final TelemetryStores stores;
  private final TelemetryIngestFunction ingest;
  private final TelemetryQueryFunction query;
  private final MetricDefinitionsFunction metrics;
  private final Merging merging;
  public final ExportedFiles files = new ExportedFiles();
  public final DynamoExports exports;

  public TelemetryWorld(TestDatabase database) {
    Dynamo dynamo = new Dynamo(database.client());
    stores =
        new TelemetryStores(
            dynamo,
            new TelemetryTables(database.table("ArrivalsTable"), database.table("SeriesTable")),
            new CachedDefinitions(dynamo, database.table("MetricsTable")),
            clock);
    ingest = new TelemetryIngestFunction(takeIn(dynamo), clock);
    exports = new DynamoExports(dynamo, database.table("ExportsTable"));
    query = new TelemetryQueryFunction(stores, exports, files, clock);
    metrics =
        new MetricDefinitionsFunction(
            new MetricsTable(
                dynamo, database.table("MetricsTable"), new Outbox(database.table("OutboxTable"))),
            MetricIds.random(),
            clock);
    merging = new Merging(stores);
  }

  private TakeIn takeIn(Dynamo dynamo) {
    DynamoArrivals arrivals = new DynamoArrivals(dynamo, stores.tables());
    Introduction introduction = new Introduction(arrivals, this::seen);
    return new TakeIn(stores.definitions(), arrivals, introduction, ArrivalIds.ulids(), clock);
  }

  private DeviceContacts.Contact seen(
      String organization, String deviceId, Instant now, @Nullable String gateway) {
    contacts.add(deviceId);
    return new DeviceContacts.Contact.Noted();
  }

  /** Merges whatever is due at the present time. */
  public void merge() {
    merging.run();
  }

  /** How many devices wait to be merged, now or later. */
  public int waiting() {
    return merging.due(clock.instant().plus(Duration.ofDays(30)));
  }

  public ApiAnswer define(String body) {
    return metrics("POST", "").json(body).on(metrics);
  }

  public ApiAnswer redefine(String metric, String body) {
    return metrics("PUT", "/{name}").path("name", metric).json(body).on(metrics);
  }

  public ApiAnswer definitions() {
    return metrics("GET", "").on(metrics);
  }

  public ApiAnswer definition(String metric) {
    return metrics("GET", "/{name}").path("name", metric).on(metrics);
  }

  private static ApiCall metrics(String method, String path) {
    return call(method, "/api/v1/telemetry/metrics" + path).as(ORGANIZATION, "olga", "operator");
  }

  public ApiAnswer send(String device, String body) {
    return call("POST", DEVICES + "/telemetry")
        .path("device_id", device)
        .json(body)
        .asDevice(ORGANIZATION, device)
        .on(ingest);
  }

  public ApiAnswer batch(String device, String body) {
    return batch(device).json(body).on(ingest);
  }

  public ApiCall batch(String device) {
    return call("POST", DEVICES + "/telemetry/batch")
        .path("device_id", device)
        .asDevice(ORGANIZATION, device);
  }

  public ApiAnswer bulk(String body) {
    return call("POST", "/api/v1/telemetry/bulk")
        .as(ORGANIZATION, "olga", "operator")
        .json(body)
        .on(ingest);
  }

  public TelemetryIngestFunction ingest() {
    return ingest;
  }

  public ApiAnswer query(Map<String, ?> body) {
    return query(ORGANIZATION, body);
  }

  public ApiAnswer query(String organization, Map<String, ?> body) {
    return call("POST", "/api/v1/telemetry/query")
        .as(organization, "vera", "viewer")
        .json(body)
        .on(query);
  }

  public ApiAnswer get(
      String path, Map<String, String> pathValues, Map<String, String> parameters) {
    ApiCall call = call("GET", "/api/v1/telemetry" + path).as(ORGANIZATION, "vera", "viewer");
    pathValues.forEach(call::path);
    parameters.forEach(call::query);
    return call.on(query);
  }

  public ApiAnswer export(String organization, String id) {
    return call("GET", "/api/v1/telemetry/exports/{export_id}")
        .as(organization, "vera", "viewer")
        .path("export_id", id)
        .on(query);
  }

  /** The values of the points of an answer, as JSON. */
  public static List<String> values(ApiAnswer answer) {
    return each(answer, "value");
  }

  public static List<String> each(ApiAnswer answer, String field) {
    return StreamSupport.stream(answer.json().path("data_points").spliterator(), false)
        .map(point -> point.path(field))
        .map(JsonNode::toString)
        .toList();
  }

  private static ApiCall call(String method, String path) {
    return ApiCall.of(method + " " + path);
  }
}
