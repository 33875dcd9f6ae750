package io.updraft.alert.dynamodb;

import static io.updraft.alert.moves.AlertSamples.RESOLVE;
import static io.updraft.alert.moves.AlertSamples.alert;
import static io.updraft.alert.moves.AlertSamples.at;
import static io.updraft.alert.moves.AlertSamples.change;
import static io.updraft.alert.moves.AlertSamples.opening;
import static io.updraft.alert.rule.Samples.ORG;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.alert.domain.Alert;
import io.updraft.alert.domain.AlertList;
import io.updraft.alert.domain.Alerts;
import io.updraft.alert.domain.DueWork;
import io.updraft.alert.domain.Rule;
import io.updraft.alert.domain.RuleChange;
import io.updraft.alert.domain.Rules;
import io.updraft.alert.domain.Standing;
import io.updraft.alert.domain.Standings;
import io.updraft.alert.domain.Standings.Place;
import io.updraft.alert.domain.Watches;
import io.updraft.alert.moves.AlertSamples;
import io.updraft.alert.moves.AlertsContract;
import io.updraft.alert.rule.Samples;
import io.updraft.dynamodb.Dynamo;
import io.updraft.lambda.Environment;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.MutableClock;
import io.updraft.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoDbServer.class)
class DynamoAlertsTest extends AlertsContract {
  private final TestDatabase database;
  private final AlertStores stores;

  DynamoAlertsTest(TestDatabase database) {
    this.database = database;
    this.stores =
        new AlertStores(
            new Dynamo(database.client()),
            Environment.of(database.environment("AlertTrigger")),
            Tables.of(database),
            MutableClock.at(Samples.NOW));
  }

  @BeforeEach
  void clear() {
    database.clear();
  }

  @Override
  protected Rules rules() {
    return stores.rules();
  }

  @Override
  protected Alerts alerts() {
    return stores.alerts();
  }

  @Override
  protected AlertList list() {
    return stores.list();
  }

  @Override
  protected Standings standings() {
    return stores.standings();
  }

  @Override
  protected Watches watches() {
    return stores.watches();
  }

  @Override
  protected DueWork work() {
    return stores.due();
  }

  @Override
  protected int events() {
    return database.client().scan(s -> s.tableName(database.table("OutboxTable"))).count();
  }

  @Override
  protected void deleted(String deviceId, Instant at) {
    stores.deletions().note(ORG, deviceId, at);
  }

  @Test
  void costsNoMoreThanIsSaid() {
    RuleChange created = Samples.created();
    rules().commit(created);
    Rule rule = created.rule();
    Alert alert = alert(rule, 1, "device");
    String stamp = rules().stamp(ORG).orElseThrow();

    assertThat(writes(() -> alerts().open(opening(alert, Standing.NONE, stamp)))).isEqualTo(13);
    assertThat(writes(() -> alerts().goOn(alert, AlertSamples.course(5, "90")))).isEqualTo(1);
    assertThat(writes(() -> alerts().putOff(alert, at(500)))).isEqualTo(3);
    Alert now = alerts().find(ORG, alert.id()).orElseThrow();
    assertThat(writes(() -> alerts().move(change(now, RESOLVE)))).isEqualTo(8);
    Standing standing = new Standing(1, null, 0, List.of(1L), 0);
    assertThat(writes(() -> standings().remember(new Place(ORG, rule.id(), "other"), standing)))
        .isEqualTo(1);
    assertThat(writes(() -> watches().set(new Place(ORG, rule.id(), "other"), 1, at(60))))
        .isEqualTo(2);
  }

  private double writes(Runnable work) {
    database.consumed().reset();
    work.run();
    return database.consumed().writeUnits();
  }
}
