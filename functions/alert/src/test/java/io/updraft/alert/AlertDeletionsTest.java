package io.updraft.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.alert.deleted.AlertDeletionsHandler;
import io.updraft.alert.deleted.Deleter;
import io.updraft.alert.domain.Alert;
import io.updraft.alert.domain.AlertStatus;
import io.updraft.alert.rule.Samples;
import io.updraft.events.Event;
import io.updraft.lambda.Environment;
import io.updraft.testing.AtOnce;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestContext;
import io.updraft.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What becomes of rules and alerts when a device or a user is deleted elsewhere. */
@ExtendWith(DynamoDbServer.class)
class AlertDeletionsTest {
  private static final String DONE = "{\"outcome\":\"done\"}";

  private final TestDatabase database;
  private AlertWorld world;
  private AlertDeletionsHandler handler;

  AlertDeletionsTest(TestDatabase database) {
    this.database = database;
    this.world = new AlertWorld(database);
    this.handler = Deleter.on(world.stores, 10);
  }

  @BeforeEach
  void clear() {
    database.clearWithoutStreams();
    world = new AlertWorld(database);
    handler = Deleter.on(world.stores, 10);
  }

  private String handled(String source, String type, String data, Instant at) throws IOException {
    String envelope =
        """
        {"id": "%s", "type": "%s", "source": "%s", "subject": null, "timestamp": "%s",
         "data": %s, "metadata": {"organization_id": "%s"}, "version": "1.0.0"}"""
            .formatted(UUID.randomUUID(), type, source, at, data, Samples.ORG);
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    handler.handleRequest(
        new ByteArrayInputStream(envelope.getBytes(UTF_8)), answer, new TestContext());
    return answer.toString(UTF_8);
  }

  private String deviceDeleted(String device, Instant at) throws IOException {
    return handled(
        "device_service",
        "device.deleted",
        "{\"device_id\": \"%s\", \"timestamp\": \"%s\"}".formatted(device, at),
        at);
  }

  private String deviceDeleted(String device) throws IOException {
    world.clock.advance(Duration.ofSeconds(60));
    return deviceDeleted(device, world.clock.instant());
  }

  private String userDeleted(String user) throws IOException {
    Instant at = world.clock.instant();
    return handled(
        "account_service",
        "user.deleted",
        "{\"user_id\": \"%s\", \"timestamp\": \"%s\"}".formatted(user, at),
        at);
  }

  private JsonNode rule(String id) {
    return world.on(RuleApi.one("GET", id)).json();
  }

  private static List<String> devices(JsonNode rule) {
    return rule.path("device_ids").valueStream().map(JsonNode::textValue).toList();
  }

  @Test
  void rulesLoseTheDevice() throws IOException {
    String only = world.rule("> 80", ", \"device_ids\": [\"dev-1\"]");
    String among = world.rule("> 80", ", \"device_ids\": [\"dev-0\", \"dev-1\"]");
    String grouped =
        world.rule("> 80", ", \"device_ids\": [\"dev-1\"], \"device_groups\": [\"hall\"]");
    String others = world.rule("> 80", ", \"device_ids\": [\"dev-2\"]");
    String all = world.rule("> 80", "");

    assertThat(deviceDeleted("dev-1")).isEqualTo(DONE);
    assertThat(deviceDeleted("dev-1")).isEqualTo(DONE);

    assertThat(rule(only).path("enabled").asBoolean()).isFalse();
    assertThat(devices(rule(only))).containsExactly("dev-1");
    assertThat(rule(only).path("updated_by").asText()).isEqualTo(Event.SYSTEM);
    assertThat(devices(rule(among))).containsExactly("dev-0");
    assertThat(rule(among).path("enabled").asBoolean()).isTrue();
    assertThat(devices(rule(grouped))).isEmpty();
    assertThat(rule(grouped).path("enabled").asBoolean()).isTrue();
    assertThat(rule(others).path("enabled").asBoolean()).isTrue();
    assertThat(rule(all).path("enabled").asBoolean()).isTrue();
    assertThat(events("alert.rule.updated")).isEqualTo(3);
  }

  @Test
  void aRuleWrittenAfterTheDeletionMeansAnotherDevice() throws IOException {
    String rule = world.rule("> 80", ", \"device_ids\": [\"dev-1\"]");

    deviceDeleted("dev-1", Instant.now().minusSeconds(60));

    assertThat(rule(rule).path("enabled").asBoolean()).isTrue();
  }

  @Test
  void aRuleLosesAllThatWereDeletedAtOnce() throws IOException {
    String among = world.rule("> 80", ", \"device_ids\": [\"dev-0\", \"dev-1\", \"dev-2\"]");
    world.clock.advance(Duration.ofSeconds(60));
    Instant deletion = world.clock.instant();

    for (String device : List.of("dev-1", "dev-2", "dev-1", "dev-2")) {
      world.clock.advance(Duration.ofSeconds(1));
      assertThat(deviceDeleted(device, deletion)).isEqualTo(DONE);
    }

    assertThat(devices(rule(among))).containsExactly("dev-0");
    assertThat(events("alert.rule.updated")).isEqualTo(2);
  }

  @Test
  void aRuleThatWasEnabledAgainAfterTheDeletionStaysSo() throws IOException {
    String only = world.rule("> 80", ", \"device_ids\": [\"dev-1\"]");
    Instant deletion = Instant.now();
    assertThat(deviceDeleted("dev-1", deletion)).isEqualTo(DONE);
    world.on(RuleApi.enabling(only).json("{\"enabled\": true}"));

    assertThat(deviceDeleted("dev-1", deletion)).isEqualTo(DONE);

    assertThat(rule(only).path("enabled").asBoolean()).isTrue();
  }

  @Test
  void openAlertsAreResolvedBySystem() throws IOException {
    world.rule("> 80", "");
    world.rule("> 70", "");
    world.rule("> 60", "");
    world.send("dev-1", "temperature", 81);
    world.send("dev-2", "temperature", 81);
    world.judge(world.arrived());
    List<Alert> own = world.alerts().stream().filter(a -> a.deviceId().equals("dev-1")).toList();
    world.move(own.get(0).id().text(), "acknowledge");
    world.move(
        own.get(1).id().text(),
        "suppress",
        "{\"until\": \"%s\"}".formatted(Instant.now().plus(Duration.ofHours(1))));

    assertThat(deviceDeleted("dev-1")).isEqualTo(DONE);
    assertThat(deviceDeleted("dev-1")).isEqualTo(DONE);

    for (Alert alert : world.alerts()) {
      boolean gone = alert.deviceId().equals("dev-1");
      assertThat(alert.status()).isEqualTo(gone ? AlertStatus.RESOLVED : AlertStatus.ACTIVE);
      if (gone) {
        assertThat(Objects.requireNonNull(alert.marks().resolved()).by()).isEqualTo(Event.SYSTEM);
        assertThat(Objects.requireNonNull(alert.marks().resolved()).note())
            .isEqualTo("the device was deleted");
      }
    }
    assertThat(events("alert.resolved")).isEqualTo(3);
  }

  /** Whichever comes first, in the end nothing is open. */
  @RepeatedTest(5)
  void nothingThatItHadSentTriggersAnyMore() throws Exception {
    world.rule("> 80", "");
    world.send("dev-1", "temperature", 81);
    DynamodbEvent arrived = world.arrived();
    Instant deletion = Instant.now().plusSeconds(1);

    Callable<String> judge = () -> world.judge(arrived).toString();
    Callable<String> delete = () -> deviceDeleted("dev-1", deletion);
    AtOnce.call(List.of(judge, delete));
    deviceDeleted("dev-1", deletion);

    assertThat(world.alerts()).allMatch(alert -> alert.status() == AlertStatus.RESOLVED);
    assertThat(events("alert.triggered")).isEqualTo(events("alert.resolved"));
  }

  @Test
  void aDeviceThatComesBackTriggersAgain() throws IOException {
    world.rule("> 80", "");
    deviceDeleted("dev-1", Instant.now().minusSeconds(1));
    world.send("dev-1", "temperature", 81);

    world.judge(world.arrived());

    assertThat(world.alerts()).hasSize(1);
  }

  @Test
  void aDeletedDeviceIsNotSilent() throws IOException {
    world.rule("absent 60", "");
    world.send("dev-1", "temperature", 1);
    world.judge(world.arrived());
    deviceDeleted("dev-1");
    world.rule("absent 90", "");

    for (int i = 0; i < 4; i++) {
      world.clock.advance(Duration.ofSeconds(100));
      world.sweep();
    }

    assertThat(world.alerts()).isEmpty();
  }

  @Test
  void rulesOfADeletedUserAreDisabledAndTheUserIsForgotten() throws IOException {
    String rule = world.rule("> 80", "");
    String disabled = world.rule("> 80", ", \"enabled\": false");
    world.send("dev-1", "temperature", 81);
    world.judge(world.arrived());
    String alert = world.alerts().getFirst().id().text();
    world.move(alert, "acknowledge");
    world.move(alert, "resolve");

    assertThat(userDeleted("operator")).isEqualTo(DONE);
    assertThat(userDeleted("operator")).isEqualTo(DONE);

    assertThat(rule(rule).path("enabled").asBoolean()).isFalse();
    assertThat(rule(rule).path("created_by").asText()).isEqualTo(Event.DELETED_USER);
    assertThat(rule(rule).path("updated_by").asText()).isEqualTo(Event.SYSTEM);
    assertThat(rule(disabled).path("updated_by").asText()).isEqualTo(Event.DELETED_USER);
    Alert forgotten = world.alerts().getFirst();
    assertThat(Objects.requireNonNull(forgotten.marks().acknowledged()).by())
        .isEqualTo(Event.DELETED_USER);
    assertThat(Objects.requireNonNull(forgotten.marks().resolved()).by())
        .isEqualTo(Event.DELETED_USER);
    assertThat(events("alert.rule.updated")).isEqualTo(1);
  }

  @Test
  void othersStayAsTheyAre() throws IOException {
    String rule = world.rule("> 80", "");

    assertThat(userDeleted("somebody")).isEqualTo(DONE);

    assertThat(rule(rule).path("enabled").asBoolean()).isTrue();
    assertThat(rule(rule).path("created_by").asText()).isEqualTo("operator");
  }

  @Test
  void manyTakeSeveralCalls() throws IOException {
    world.rule("> 80", "");
    for (int i = 0; i < 3; i++) {
      world.send("dev-" + i, "temperature", 81);
    }
    world.judge(world.arrived());
    world.alerts().forEach(alert -> world.move(alert.id().text(), "acknowledge"));
    handler = Deleter.on(world.stores, 1);

    int calls = 1;
    while (!userDeletedAt("operator", Instant.EPOCH).equals(DONE)) {
      calls++;
    }

    assertThat(calls).isGreaterThan(1);
    assertThat(world.alerts())
        .allMatch(
            alert ->
                Objects.requireNonNull(alert.marks().acknowledged())
                    .by()
                    .equals(Event.DELETED_USER));
  }

  private String userDeletedAt(String user, Instant at) throws IOException {
    return handled(
        "account_service",
        "user.deleted",
        "{\"user_id\": \"%s\", \"timestamp\": \"%s\"}".formatted(user, at),
        at);
  }

  @Test
  void isWiredFromTheEnvironmentOfTheTemplate() throws IOException {
    handler = Environment.supply(world.environment("AlertDeletions"), AlertDeletionsHandler::new);

    assertThat(deviceDeleted("dev-1")).isEqualTo(DONE);
  }

  private long events(String type) {
    return database
        .client()
        .scanPaginator(s -> s.tableName(database.table("OutboxTable")))
        .items()
        .stream()
        .filter(item -> item.toString().contains("\"type\":\"%s\"".formatted(type)))
        .count();
  }
}
