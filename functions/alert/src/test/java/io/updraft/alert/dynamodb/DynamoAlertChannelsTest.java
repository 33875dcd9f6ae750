package io.updraft.alert.dynamodb;

import static io.updraft.alert.moves.AlertSamples.RESOLVE;
import static io.updraft.alert.moves.AlertSamples.alert;
import static io.updraft.alert.moves.AlertSamples.change;
import static io.updraft.alert.moves.AlertSamples.opening;
import static io.updraft.alert.rule.Samples.ORG;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.alert.domain.Alert;
import io.updraft.alert.domain.RuleChange;
import io.updraft.alert.domain.Standing;
import io.updraft.alert.moves.AlertSamples;
import io.updraft.alert.published.AlertChannels;
import io.updraft.alert.published.PublishedAlerts;
import io.updraft.alert.rule.Samples;
import io.updraft.dynamodb.Dynamo;
import io.updraft.lambda.Environment;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.MutableClock;
import io.updraft.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoDbServer.class)
class DynamoAlertChannelsTest {
  private final TestDatabase database;
  private final AlertStores stores;
  private final AlertChannels channels;

  DynamoAlertChannelsTest(TestDatabase database) {
    Environment environment = Environment.of(database.environment("AlertCommands"));
    Dynamo dynamo = new Dynamo(database.client());
    this.database = database;
    this.stores =
        new AlertStores(dynamo, environment, Tables.of(database), MutableClock.at(Samples.NOW));
    this.channels = PublishedAlerts.channels(dynamo, environment);
  }

  @BeforeEach
  void clear() {
    database.clear();
  }

  private Alert triggered() {
    RuleChange created = Samples.createdInFull();
    stores.rules().commit(created);
    Alert alert = alert(created.rule(), 1, "device");
    String stamp = stores.rules().stamp(ORG).orElseThrow();
    stores.alerts().open(opening(alert, Standing.NONE, stamp));
    return alert;
  }

  @Test
  void areThoseOfTheRuleAlsoOnceTheAlertIsResolved() {
    Alert alert = triggered();

    assertThat(channels.of(ORG, alert.id().text())).containsExactly("ops", "mail");
    assertThat(stores.alerts().move(change(alert, RESOLVE))).isTrue();
    assertThat(channels.of(ORG, alert.id().text())).containsExactly("ops", "mail");
  }

  @Test
  void areNoneOfWhatIsNotThere() {
    Alert alert = triggered();

    assertThat(channels.of("other", alert.id().text())).isEmpty();
    assertThat(channels.of(ORG, AlertSamples.id(2).text())).isEmpty();
    assertThat(channels.of(ORG, "alert_1")).isEmpty();
  }
}
