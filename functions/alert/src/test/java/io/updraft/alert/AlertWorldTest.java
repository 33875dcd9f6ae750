package io.updraft.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.alert.domain.Alert;
import io.updraft.alert.domain.AlertStatus;
import io.updraft.alert.figures.Counter;
import io.updraft.alert.trigger.Trigger;
import io.updraft.alert.trigger.TriggerHandler;
import io.updraft.dynamodb.Item;
import io.updraft.events.Event;
import io.updraft.lambda.Environment;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestContext;
import io.updraft.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Alerts on real tables, from what devices send on. */
@ExtendWith(DynamoDbServer.class)
class AlertWorldTest {
  private final TestDatabase database;
  private AlertWorld world;
  private int changes;

  AlertWorldTest(TestDatabase database) {
    this.database = database;
    this.world = new AlertWorld(database);
  }

  @BeforeEach
  void clear() {
    database.clearWithoutStreams();
    world = new AlertWorld(database);
  }

  @Test
  void isTriggeredByWhatADeviceSends() {
    world.rule("> 80", "");
    world.send("dev-1", "temperature", 79, 81, 82);
    world.send("dev-2", "temperature", 80);

    assertThat(world.judge(world.arrived())).isEmpty();

    Alert alert = world.alerts().getFirst();
    assertThat(world.alerts()).hasSize(1);
    assertThat(alert.deviceId()).isEqualTo("dev-1");
    assertThat(alert.course().violations()).isEqualTo(2);
    assertThat(alert.course().currentValue()).isEqualTo("82");
  }

  @Test
  void isWiredFromTheEnvironmentOfTheTemplate() {
    world.rule("> 80", "");
    world.send("dev-1", "temperature", 81);

    TriggerHandler deployed =
        Environment.supply(world.environment("AlertTrigger"), TriggerHandler::new);

    assertThat(deployed.handleRequest(world.arrived(), new TestContext()).getBatchItemFailures())
        .isEmpty();
    assertThat(world.alerts()).hasSize(1);
  }

  @Test
  void aBatchThatBreaksNothingWritesNothingAndReadsOneUnit() {
    world.rule("> 80", "");
    for (int i = 0; i < 10; i++) {
      world.rule("< -%d".formatted(i + 1), ", \"device_groups\": [\"hall\"]");
    }
    double[] thousand = DoubleStream.iterate(0, v -> v + 0.05).limit(1_000).toArray();
    world.send("dev-1", "temperature", thousand);
    world.send("dev-1", "pressure", thousand);
    TriggerHandler trigger = Trigger.on(world.stores);
    DynamodbEvent both = world.arrived();
    trigger.handleRequest(both, new TestContext());
    database.consumed().reset();

    trigger.handleRequest(both, new TestContext());

    assertThat(database.consumed().writeUnits()).isZero();
    assertThat(database.consumed().readUnits()).isEqualTo(1);
  }

  @Test
  void anOrganizationWithoutRulesCostsOneUnit() {
    world.send("dev-1", "temperature", 81);
    DynamodbEvent arrived = world.arrived();
    database.consumed().reset();

    world.judge(arrived);

    assertThat(database.consumed().readUnits()).isEqualTo(1);
    assertThat(database.consumed().writeUnits()).isZero();
  }

  @Test
  void aFurtherViolationWritesOneUnit() {
    world.rule("> 80", "");
    world.send("dev-1", "temperature", 81);
    world.judge(world.arrived());
    world.clock.advance(Duration.ofSeconds(5));
    world.send("dev-1", "temperature", 82);
    DynamodbEvent arrived = world.arrived();
    database.consumed().reset();

    world.judge(arrived);

    assertThat(database.consumed().writeUnits()).isEqualTo(1);
    assertThat(world.alerts().getFirst().course().violations()).isEqualTo(2);
  }

  @Test
  void aRuleOnSilenceCostsOneWriteForItsPeriod() {
    world.rule("absent 60", "");
    TriggerHandler trigger = Trigger.on(world.stores);
    world.send("dev-1", "temperature", 1);
    trigger.handleRequest(world.arrived(), new TestContext());
    world.send("dev-1", "temperature", 2);
    world.send("dev-1", "temperature", 3);
    DynamodbEvent arrived = world.arrived();
    database.consumed().reset();

    trigger.handleRequest(arrived, new TestContext());

    assertThat(database.consumed().writeUnits()).isZero();
  }

  @Test
  void aNewRuleOnSilenceWatchesWhoIsSilentAlready() {
    world.send("dev-1", "temperature", 1);
    world.send("dev-2", "pressure", 1);
    world.rule("absent 60", "");
    world.rule("absent 60", ", \"device_ids\": [\"dev-3\"]");

    world.clock.advance(Duration.ofSeconds(10));
    world.sweep();
    assertThat(world.alerts()).isEmpty();
    world.clock.advance(Duration.ofSeconds(61));
    world.sweep();

    assertThat(world.alerts())
        .extracting(Alert::deviceId)
        .containsExactlyInAnyOrder("dev-1", "dev-3");
  }

  @Test
  void aDeviceThatHasLeftTheGroupIsNotWatchedAnyMore() {
    world.join("dev-1", "hall");
    world.join("dev-2", "hall");
    world.rule("absent 60", ", \"device_groups\": [\"hall\"]");
    world.send("dev-1", "temperature", 1);
    world.send("dev-2", "temperature", 1);
    world.judge(world.arrived());
    world.join("dev-2", "cellar");
    world.clock.advance(Duration.ofSeconds(61));

    world.sweep();

    assertThat(world.alerts()).extracting(Alert::deviceId).containsExactly("dev-1");
  }

  @Test
  void isResolvedByItselfWhenTheConditionIsClear() {
    world.rule("> 80", ", \"auto_resolve_timeout\": 300");
    world.send("dev-1", "temperature", 81, 20);
    world.judge(world.arrived());
    world.clock.advance(Duration.ofSeconds(301));

    world.sweep();

    Alert alert = world.alerts().getFirst();
    assertThat(alert.status()).isEqualTo(AlertStatus.RESOLVED);
    assertThat(Objects.requireNonNull(alert.marks().resolved()).by()).isEqualTo(Event.SYSTEM);
    assertThat(Objects.requireNonNull(alert.marks().resolved()).note())
        .isEqualTo("the condition has been clear for 300 seconds");
  }

  @Test
  void isNotResolvedWhileTheTriggerIsBehind() {
    world.rule("> 80", ", \"auto_resolve_timeout\": 300");
    world.send("dev-1", "temperature", 81);
    world.judge(world.arrived());
    world.clock.advance(Duration.ofSeconds(1));
    world.send("dev-1", "temperature", 20, 95);
    world.clock.advance(Duration.ofSeconds(400));

    world.sweep();
    assertThat(world.alerts().getFirst().status()).isEqualTo(AlertStatus.ACTIVE);

    world.judge(world.arrived());
    assertThat(world.alerts()).hasSize(1);
    assertThat(world.alerts().getFirst().course().currentValue()).isEqualTo("95");
  }

  @Test
  void countsWhatItsStreamTells() {
    String rule = world.rule("> 80", ", \"level\": \"critical\"");
    world.send("dev-1", "temperature", 81);
    world.send("dev-2", "temperature", 81);
    world.judge(world.arrived());
    DynamodbEvent begun = changes(Map.of());
    assertThat(count(begun))
        .singleElement()
        .asString()
        .contains("\"alerts_triggered\":2", "\"alerts_resolved\":0");
    count(begun);
    Map<String, Map<String, AttributeValue>> before = items();
    world.move(world.alerts().getFirst().id().text(), "resolve");
    assertThat(count(changes(before)))
        .singleElement()
        .asString()
        .contains("\"alerts_triggered\":0", "\"alerts_resolved\":1");
    assertThat(count(changes(items()))).as("nothing new, so nothing to tell").isEmpty();

    JsonNode list = world.list().json();
    assertThat(list.path("active_count").asInt()).isEqualTo(1);
    assertThat(list.path("critical_count").asInt()).isEqualTo(1);
    JsonNode shown = world.on(RuleApi.one("GET", rule)).json();
    assertThat(shown.path("total_triggers").asInt()).isEqualTo(2);
    assertThat(shown.path("last_triggered").isTextual()).isTrue();
    assertThat(world.stats("").path("alerts").asInt()).isEqualTo(2);
    assertThat(world.stats("").path("alerts_last24h").asInt()).isEqualTo(2);
    assertThat(world.stats("dev-1").path("alerts").asInt()).isEqualTo(1);
    assertThat(world.stats("dev-3").path("alerts").asInt()).isZero();
  }

  private Map<String, Map<String, AttributeValue>> items() {
    Map<String, Map<String, AttributeValue>> items = new HashMap<>();
    database
        .client()
        .scanPaginator(s -> s.tableName(database.table("AlertsTable")))
        .items()
        .stream()
        .filter(item -> item.containsKey("status"))
        .forEach(item -> items.put(new Item(item).text("sk"), item));
    return items;
  }

  private DynamodbEvent changes(Map<String, Map<String, AttributeValue>> before) {
    List<DynamodbStreamRecord> records = new ArrayList<>();
    items()
        .forEach(
            (id, item) -> {
              StreamRecord change = new StreamRecord();
              change.setSequenceNumber(Integer.toString(changes++));
              change.setNewImage(AlertWorld.image(item));
              if (before.containsKey(id)) {
                change.setOldImage(AlertWorld.image(before.get(id)));
              }
              DynamodbStreamRecord record = new DynamodbStreamRecord();
              record.setDynamodb(change);
              records.add(record);
            });
    DynamodbEvent event = new DynamodbEvent();
    event.setRecords(records);
    return event;
  }

  private List<String> count(DynamodbEvent event) {
    TestContext context = new TestContext();
    var _ = Counter.on(world.stores).handleRequest(event, context);
    return context.log();
  }
}
