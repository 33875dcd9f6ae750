package io.updraft.alert;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.alert.domain.Alert;
import io.updraft.alert.domain.AlertFilter;
import io.updraft.alert.dynamodb.AlertStores;
import io.updraft.alert.dynamodb.Tables;
import io.updraft.alert.moves.MoveAlert;
import io.updraft.alert.moves.RandomIds;
import io.updraft.alert.rule.Samples;
import io.updraft.alert.sweep.Sweeper;
import io.updraft.alert.trigger.Trigger;
import io.updraft.device.DeviceRegistryFunction;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Item;
import io.updraft.lambda.Environment;
import io.updraft.telemetry.TelemetryIngestFunction;
import io.updraft.telemetry.TelemetryQueryFunction;
import io.updraft.testing.ApiAnswer;
import io.updraft.testing.ApiCall;
import io.updraft.testing.MutableClock;
import io.updraft.testing.TestContext;
import io.updraft.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The functions of alerts, and that of ingest, on the tables of a test's server. */
final class AlertWorld {
  final MutableClock clock = MutableClock.at(Clock.systemUTC().instant());
  final AlertStores stores;
  private final TestDatabase database;
  private final AlertRulesFunction rules;
  private final AlertCommandsFunction commands;
  private final AlertQueryFunction query;
  private final TelemetryIngestFunction ingest;
  private final Set<String> judged = new HashSet<>();

  AlertWorld(TestDatabase database) {
    this.database = database;
    Dynamo dynamo = new Dynamo(database.client());
    this.stores =
        new AlertStores(
            dynamo,
            Environment.of(database.environment("AlertTrigger")),
            Tables.of(database),
            clock);
    this.rules =
        new AlertRulesFunction(
            stores.rules(),
            stores.totals(),
            (_, _) -> Optional.empty(),
            new RandomIds(),
            Clock.systemUTC());
    this.commands =
        new AlertCommandsFunction(
            new MoveAlert(stores.alerts(), new RandomIds()), Clock.systemUTC());
    this.query =
        new AlertQueryFunction(stores.alerts(), stores.list(), stores.tallies(), Clock.systemUTC());
    this.ingest = Environment.supply(environment("TelemetryIngest"), TelemetryIngestFunction::new);
  }

  /** As the function is deployed, on this database. */
  Map<String, String> environment(String function) {
    Map<String, String> environment = new HashMap<>(database.environment(function));
    environment.putAll(database.access());
    return environment;
  }

  private static Map<String, Object> operator() {
    return RuleApi.operatorUntil(Clock.systemUTC().instant().plus(Duration.ofDays(1)));
  }

  /** The id of a new rule. */
  String rule(String condition, String more) {
    ApiAnswer answer =
        RuleApi.all("POST")
            .json(
                """
                {"name": "Hot", "metric_name": "temperature", "condition": "%s"%s}"""
                    .formatted(condition, more))
            .by(operator())
            .on(rules);
    return answer.text("rule_id");
  }

  ApiAnswer on(ApiCall call) {
    return call.by(operator()).on(rules);
  }

  ApiAnswer move(String id, String move) {
    return ApiCall.of("PUT " + AlertApi.ONE + "/" + move)
        .path("alert_id", id)
        .by(operator())
        .on(commands);
  }

  ApiAnswer move(String id, String move, String body) {
    return ApiCall.of("PUT " + AlertApi.ONE + "/" + move)
        .path("alert_id", id)
        .json(body)
        .by(operator())
        .on(commands);
  }

  ApiAnswer list() {
    return ApiCall.of("GET " + AlertApi.ALL).by(operator()).on(query);
  }

  /** Registers the device as a member of a group, and of no other. */
  void join(String device, String group) {
    DeviceRegistryFunction registry =
        Environment.supply(environment("DeviceRegistry"), DeviceRegistryFunction::new);
    ApiAnswer answer =
        ApiCall.of("PUT /api/v1/devices/{device_id}")
            .path("device_id", device)
            .json("{\"groups\": [\"%s\"]}".formatted(group))
            .by(operator())
            .on(registry);
    if (answer.status() >= 300) {
      throw new IllegalStateException(answer.json().toString());
    }
  }

  /** What telemetry tells of the organization, or of a device. */
  JsonNode stats(String of) {
    TelemetryQueryFunction figures =
        Environment.supply(environment("TelemetryQuery"), TelemetryQueryFunction::new);
    ApiCall call =
        of.isEmpty()
            ? ApiCall.of("GET /api/v1/telemetry/stats")
            : ApiCall.of("GET /api/v1/telemetry/devices/{device_id}/stats").path("device_id", of);
    return call.by(operator()).on(figures).json();
  }

  /** Takes in one batch of a device, of values a second apart up to now. */
  void send(String device, String metric, double... values) {
    StringBuilder points = new StringBuilder();
    Instant first = clock.instant().minusSeconds(values.length - 1L);
    for (int i = 0; i < values.length; i++) {
      points
          .append(i == 0 ? "" : ",")
          .append(
              "{\"timestamp\":\"%s\",\"metric_name\":\"%s\",\"value\":%s}"
                  .formatted(first.plusSeconds(i), metric, values[i]));
    }
    ApiAnswer answer =
        ApiCall.of("POST /api/v1/telemetry/devices/{device_id}/telemetry/batch")
            .path("device_id", device)
            .json("{\"data_points\":[%s]}".formatted(points))
            .by(operator())
            .on(ingest);
    if (answer.status() != 200) {
      throw new IllegalStateException(answer.json().toString());
    }
  }

  /** What has arrived and was not handed out before, as the stream tells it. */
  DynamodbEvent arrived() {
    List<DynamodbStreamRecord> records = new ArrayList<>();
    database
        .client()
        .scanPaginator(s -> s.tableName(database.table("ArrivalsTable")))
        .items()
        .stream()
        .filter(item -> judged.add(new Item(item).text("pk") + new Item(item).text("sk")))
        .sorted((one, other) -> new Item(one).text("sk").compareTo(new Item(other).text("sk")))
        .forEach(item -> records.add(insertion(item, records.size())));
    DynamodbEvent event = new DynamodbEvent();
    event.setRecords(records);
    return event;
  }

  private static DynamodbStreamRecord insertion(
      Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> item, int number) {
    StreamRecord change = new StreamRecord();
    change.setSequenceNumber(Integer.toString(number));
    change.setNewImage(image(item));
    DynamodbStreamRecord record = new DynamodbStreamRecord();
    record.setEventName("INSERT");
    record.setDynamodb(change);
    return record;
  }

  static Map<String, AttributeValue> image(
      Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> item) {
    Map<String, AttributeValue> image = new HashMap<>();
    item.forEach(
        (name, value) -> {
          AttributeValue copy = new AttributeValue();
          if (value.s() != null) {
            copy.setS(value.s());
          } else if (value.n() != null) {
            copy.setN(value.n());
          } else if (value.b() != null) {
            copy.setB(value.b().asByteBuffer());
          }
          image.put(name, copy);
        });
    return image;
  }

  /** The numbers of those that failed. */
  List<String> judge(DynamodbEvent event) {
    StreamsEventResponse answer = Trigger.on(stores).handleRequest(event, new TestContext());
    return answer.getBatchItemFailures().stream().map(f -> f.getItemIdentifier()).toList();
  }

  void sweep() {
    Sweeper.on(stores)
        .handleRequest(
            new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream(), new TestContext());
  }

  List<Alert> alerts() {
    AlertFilter all = new AlertFilter(null, null, null, null, null, null);
    return stores.list().list(Samples.ORG, all, 200, null).alerts();
  }
}
