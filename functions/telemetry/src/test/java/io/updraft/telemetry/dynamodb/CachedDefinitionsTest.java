package io.updraft.telemetry.dynamodb;

import static io.updraft.telemetry.metric.Samples.ORG;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Outbox;
import io.updraft.telemetry.domain.MetricDefinition;
import io.updraft.telemetry.metric.Change;
import io.updraft.telemetry.metric.MetricDefinitions.Stored;
import io.updraft.telemetry.metric.Samples;
import io.updraft.telemetry.published.MetricTypes;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestDatabase;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoDbServer.class)
class CachedDefinitionsTest {
  private final TestDatabase database;
  private final Dynamo dynamo;
  private final String table;
  private final MetricsTable writer;
  private final CachedDefinitions definitions;

  CachedDefinitionsTest(TestDatabase database) {
    this.database = database;
    this.dynamo = new Dynamo(database.client());
    this.table = database.table("MetricsTable");
    this.writer = new MetricsTable(dynamo, table, new Outbox(database.table("OutboxTable")));
    this.definitions = new CachedDefinitions(dynamo, table);
  }

  @BeforeEach
  void clear() {
    database.clear();
  }

  @Test
  void tellsThoseThatHaveADefinition() {
    Change temperature = defined("temperature");
    Change humidity = defined("humidity");
    defined("pressure");

    for (int time = 0; time < 2; time++) {
      assertThat(of("temperature", "humidity", "unknown"))
          .isEqualTo(Map.of("temperature", temperature.after(), "humidity", humidity.after()));
    }
    assertThat(of()).isEmpty();
  }

  @Test
  void seesEachChangeAtTheNextCall() {
    assertThat(of("temperature")).isEmpty();

    Change first = defined("temperature");
    assertThat(of("temperature")).containsValue(first.after());

    Change changed = committed(Samples.changed(first, 30));
    assertThat(of("temperature")).containsValue(changed.after());

    Change deleted = committed(Samples.deleted(changed));
    assertThat(of("temperature")).containsValue(deleted.after());
    assertThat(deleted.after().deleted()).isTrue();
  }

  @Test
  void seesANameThatHadNone() {
    defined("humidity");
    assertThat(of("temperature", "humidity")).containsOnlyKeys("humidity");

    defined("temperature");
    assertThat(of("temperature", "humidity")).containsOnlyKeys("temperature", "humidity");
  }

  @Test
  void knowsNoNamesOfOtherOrganizations() {
    committed(Samples.numericOf("other", "temperature"));
    defined("humidity");

    assertThat(of("temperature")).isEmpty();
    assertThat(definitions.of("other", Set.of("temperature", "humidity")))
        .containsOnlyKeys("temperature");
    assertThat(of("temperature")).isEmpty();
  }

  @Test
  void tellsOthersWhatValuesAMetricTakes() {
    assertThat(definitions.of(ORG, "temperature")).isEmpty();
    Change temperature = defined("temperature");
    assertThat(definitions.of(ORG, "temperature"))
        .contains(new MetricTypes.Type("numeric", MetricTypes.Values.NUMBERS));

    committed(Samples.deleted(temperature));
    assertThat(definitions.of(ORG, "temperature"))
        .contains(new MetricTypes.Type("numeric", MetricTypes.Values.NUMBERS));
  }

  @Test
  void costsOneReadUnitWhereNothingIsDefined() {
    database.consumed().reset();

    definitions.of(ORG, names(1_000));

    assertThat(database.consumed().readUnits()).isEqualTo(1);
    assertThat(database.consumed().operations()).hasSize(1);
  }

  @Test
  void costsOneReadUnitWhereNothingHasChanged() {
    defined("temperature");
    of("temperature", "unknown", "other");
    database.consumed().reset();

    of("temperature", "unknown");

    assertThat(database.consumed().readUnits()).isEqualTo(1);
    assertThat(database.consumed().writeUnits()).isZero();
  }

  @Test
  void costsTwoMoreForEachNameAfterAChange() {
    Change first = defined("temperature");
    of("temperature", "unknown");
    committed(Samples.changed(first, 30));
    database.consumed().reset();

    of("temperature", "unknown");

    assertThat(database.consumed().readUnits()).isEqualTo(1 + 2 * 2);
  }

  @Test
  void readsOnlyNamesThatItDoesNotKnow() {
    defined("temperature");
    of("temperature");
    database.consumed().reset();

    of("temperature", "humidity");

    assertThat(database.consumed().readUnits()).isEqualTo(1 + 2);
  }

  @Test
  void keepsNoMoreThanItMay() {
    CachedDefinitions small = new CachedDefinitions(dynamo, table, 10);
    Change temperature = defined("temperature");

    assertThat(small.of(ORG, names(250))).isEmpty();
    assertThat(small.of(ORG, Set.of("temperature"))).containsValue(temperature.after());
    database.consumed().reset();
    small.of(ORG, Set.of("temperature"));
    assertThat(database.consumed().readUnits()).isEqualTo(1);
  }

  private Map<String, MetricDefinition> of(String... names) {
    return definitions.of(ORG, Set.of(names));
  }

  private Change defined(String name) {
    return committed(Samples.numeric(name));
  }

  private Change committed(Change change) {
    assertThat(writer.commit(change)).isEqualTo(Stored.DONE);
    return change;
  }

  private static Set<String> names(int count) {
    return IntStream.range(0, count).mapToObj(i -> "metric-" + i).collect(toSet());
  }
}
