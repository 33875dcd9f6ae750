package io.updraft.telemetry.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.Outbox;
import io.updraft.dynamodb.PartitionQuery;
import io.updraft.dynamodb.Stamps;
import io.updraft.events.Envelope;
import io.updraft.events.json.EventJson;
import io.updraft.events.json.ReadResult;
import io.updraft.telemetry.metric.Change;
import io.updraft.telemetry.metric.DefinitionsContract;
import io.updraft.telemetry.metric.MetricDefinitions;
import io.updraft.telemetry.metric.Samples;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoDbServer.class)
class MetricsTableTest extends DefinitionsContract {
  private final TestDatabase database;
  private final Dynamo dynamo;
  private final String table;
  private final MetricsTable definitions;

  MetricsTableTest(TestDatabase database) {
    this.database = database;
    this.dynamo = new Dynamo(database.client());
    this.table = database.table("MetricsTable");
    this.definitions = new MetricsTable(dynamo, table, new Outbox(database.table("OutboxTable")));
  }

  @BeforeEach
  void clear() {
    database.clear();
  }

  @Override
  protected MetricDefinitions definitions() {
    return definitions;
  }

  @Test
  void announcesEachChangeInItsPlace() {
    Change first = Samples.numeric("temperature");
    Change deleted = Samples.deleted(first);
    definitions.commit(first);
    definitions.commit(deleted);

    assertThat(announced(first.after().metricId())).containsExactly(first.event(), deleted.event());
  }

  @Test
  void announcesNothingThatItDoesNotWrite() {
    Change first = Samples.numeric("temperature");
    definitions.commit(first);
    Change second = Samples.numeric("temperature");
    definitions.commit(second);

    assertThat(announced(first.after().metricId())).containsExactly(first.event());
    assertThat(announced(second.after().metricId())).isEmpty();
  }

  @Test
  void recordsWhoMadeTheLatestChange() {
    Change first = Samples.numeric("temperature");
    definitions.commit(first);
    definitions.commit(Samples.changed(first, 30));

    var key = MetricItems.key(Samples.ORG, "temperature");
    Item item = dynamo.get(table, key, Dynamo.Reading.CONSISTENT).orElseThrow();
    assertThat(item.text("created_by")).isEqualTo("ann");
    assertThat(item.text("updated_by")).isEqualTo("bob");
  }

  @Test
  void givesAllCopiesOfTheStampTheSameNewValue() {
    Change first = Samples.numeric("temperature");
    definitions.commit(first);
    assertThat(stamps()).hasSize(Stamps.COPIES).containsOnly(first.event().id().toString());

    Change deleted = Samples.deleted(first);
    definitions.commit(deleted);
    assertThat(stamps()).hasSize(Stamps.COPIES).containsOnly(deleted.event().id().toString());
  }

  @Test
  void countsTheDefinitionsThatThereAre() {
    CachedDefinitions cached = new CachedDefinitions(dynamo, table);
    assertThat(cached.count(Samples.ORG)).isZero();
    Change first = Samples.numeric("temperature");
    definitions.commit(first);
    definitions.commit(first);
    definitions.commit(Samples.numeric("humidity"));
    Change changed = Samples.changed(first, 30);
    definitions.commit(changed);
    assertThat(cached.count(Samples.ORG)).isEqualTo(2);

    definitions.commit(Samples.deleted(changed));

    assertThat(cached.count(Samples.ORG)).isEqualTo(1);
  }

  @Test
  void aChangeCostsTheSameHoweverManyAreDefined() {
    Change first = Samples.numeric("temperature");
    definitions.commit(first);
    database.consumed().reset();

    definitions.commit(Samples.changed(first, 30));

    assertThat(database.consumed().writeUnits()).isEqualTo(2 + 2 + 2 * Stamps.COPIES);
    assertThat(database.consumed().readUnits()).isZero();
  }

  private List<String> stamps() {
    return database.client().scan(s -> s.tableName(table)).items().stream()
        .map(Item::new)
        .flatMap(item -> item.optionalText("stamp").stream())
        .toList();
  }

  private List<Envelope> announced(String metricId) {
    PartitionQuery query =
        PartitionQuery.of(
            database.table("OutboxTable"), "pk = :pk", v -> v.text(":pk", "org#" + metricId));
    return dynamo.query(query).items().stream()
        .map(item -> new EventJson().read(item.text("event")))
        .map(read -> ((ReadResult.Known) read).envelope())
        .toList();
  }
}
