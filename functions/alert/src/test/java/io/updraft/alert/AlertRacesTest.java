package io.updraft.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import io.updraft.alert.domain.Alert;
import io.updraft.alert.domain.AlertStatus;
import io.updraft.dynamodb.Item;
import io.updraft.testing.AtOnce;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestDatabase;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two at the same moment, on real tables. */
@ExtendWith(DynamoDbServer.class)
class AlertRacesTest {
  private final TestDatabase database;
  private AlertWorld world;

  AlertRacesTest(TestDatabase database) {
    this.database = database;
    this.world = new AlertWorld(database);
  }

  @BeforeEach
  void clear() {
    database.clearWithoutStreams();
    world = new AlertWorld(database);
  }

  @RepeatedTest(3)
  void ofTwoResolutionsAtOnceOneWins() throws Exception {
    String alert = triggered();

    assertThat(AtOnce.call(List.of(move(alert, "resolve"), move(alert, "resolve"))))
        .containsExactlyInAnyOrder(200, 409);
    assertThat(events()).containsExactly("alert.rule.created", "alert.triggered", "alert.resolved");
  }

  @RepeatedTest(3)
  void acknowledgedAgainstResolvedTheLastWordIsResolved() throws Exception {
    String alert = triggered();

    List<Integer> answers =
        AtOnce.call(List.of(move(alert, "acknowledge"), move(alert, "resolve")));

    assertThat(answers.getLast()).isEqualTo(200);
    assertThat(answers.getFirst()).isIn(200, 409);
    assertThat(world.alerts().getFirst().status()).isEqualTo(AlertStatus.RESOLVED);
    assertThat(events()).hasSize(answers.getFirst() == 200 ? 4 : 3);
  }

  @RepeatedTest(3)
  void deliveredTwiceAtOnceThereIsOneAlert() throws Exception {
    world.rule("> 80", "");
    world.send("dev-1", "temperature", 81);
    DynamodbEvent arrived = world.arrived();

    AtOnce.call(List.of(judging(arrived), judging(arrived), judging(arrived)));

    assertThat(world.alerts()).hasSize(1);
    assertThat(world.alerts().getFirst().course().violations()).isEqualTo(1);
    assertThat(events()).containsExactly("alert.rule.created", "alert.triggered");
  }

  /** The alert came before the deletion, or not at all. */
  @RepeatedTest(5)
  void aRuleThatIsDeletedWhileItTriggersHasAnAlertOrNone() throws Exception {
    String rule = world.rule("> 80", "");
    world.send("dev-1", "temperature", 81);
    DynamodbEvent arrived = world.arrived();

    AtOnce.call(List.of(judging(arrived), () -> world.on(RuleApi.one("DELETE", rule)).status()));

    assertThat(events())
        .isIn(
            List.of("alert.rule.created", "alert.rule.deleted"),
            List.of("alert.rule.created", "alert.rule.deleted", "alert.triggered"));
    assertThat(world.alerts()).hasSize(events().size() - 2);
  }

  @RepeatedTest(3)
  void resolvedWhileItGoesOnNothingIsLost() throws Exception {
    String alert = triggered();
    world.clock.advance(Duration.ofSeconds(60));
    world.send("dev-1", "temperature", 90);
    DynamodbEvent later = world.arrived();

    AtOnce.call(List.of(judging(later), move(alert, "resolve")));

    // The point is later than the resolution: it went into the old alert, or began the next.
    List<Alert> alerts = world.alerts();
    assertThat(alerts.getLast().status()).isEqualTo(AlertStatus.RESOLVED);
    assertThat(alerts.getFirst().course().currentValue()).isEqualTo("90");
  }

  private String triggered() {
    world.rule("> 80", "");
    world.send("dev-1", "temperature", 81);
    world.judge(world.arrived());
    return world.alerts().getFirst().id().text();
  }

  private Callable<Integer> move(String alert, String move) {
    return () -> world.move(alert, move).status();
  }

  private Callable<Integer> judging(DynamodbEvent event) {
    return () -> world.judge(event).size();
  }

  private List<String> events() {
    return database
        .client()
        .scanPaginator(s -> s.tableName(database.table("OutboxTable")))
        .items()
        .stream()
        .map(item -> new Item(item).text("event"))
        .map(AlertRacesTest::type)
        .filter(type -> type.startsWith("alert."))
        .sorted(Comparator.comparingInt(AlertRacesTest::rank))
        .toList();
  }

  private static int rank(String type) {
    return List.of(
            "alert.rule.created",
            "alert.rule.deleted",
            "alert.triggered",
            "alert.acknowledged",
            "alert.resolved")
        .indexOf(type);
  }

  private static String type(String json) {
    return json.replaceAll(".*\"type\":\"([a-z.]+)\".*", "$1");
  }
}
