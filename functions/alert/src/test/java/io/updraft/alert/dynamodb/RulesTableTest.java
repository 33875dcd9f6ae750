package io.updraft.alert.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.alert.domain.RuleChange;
import io.updraft.alert.domain.Rules;
import io.updraft.alert.rule.RulesContract;
import io.updraft.alert.rule.Samples;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.Outbox;
import io.updraft.dynamodb.PartitionQuery;
import io.updraft.dynamodb.Stamps;
import io.updraft.events.Envelope;
import io.updraft.events.json.EventJson;
import io.updraft.events.json.ReadResult;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestDatabase;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoDbServer.class)
class RulesTableTest extends RulesContract {
  /** What a transaction charges for each KB. */
  private static final int PER_ITEM = 2;

  private final TestDatabase database;
  private final Dynamo dynamo;
  private final String table;
  private final Outbox outbox;
  private final RulesTable rules;

  RulesTableTest(TestDatabase database) {
    this.database = database;
    this.dynamo = new Dynamo(database.client());
    this.table = database.table("RulesTable");
    this.outbox = new Outbox(database.table("OutboxTable"));
    this.rules = new RulesTable(dynamo, Tables.of(database), outbox);
  }

  @BeforeEach
  void clear() {
    database.clear();
  }

  @Override
  protected Rules rules() {
    return rules;
  }

  @Override
  protected Rules limitedTo(int most) {
    return new RulesTable(dynamo, Tables.of(database), outbox, most);
  }

  @Test
  void announcesEachChangeInItsPlace() {
    RuleChange created = Samples.created();
    RuleChange disabled = Samples.disabled(created);
    RuleChange deleted = Samples.deleted(disabled);
    List.of(created, disabled, deleted).forEach(rules::commit);

    assertThat(announced(created))
        .containsExactly(created.event(), disabled.event(), deleted.event());
  }

  @Test
  void announcesNothingThatItDoesNotWrite() {
    RuleChange created = Samples.created();
    rules.commit(created);
    rules.commit(created);
    rules.commit(Samples.deleted(Samples.disabled(created)));
    RuleChange never = Samples.created();
    new RulesTable(dynamo, Tables.of(database), outbox, 1).commit(never);

    assertThat(announced(created)).containsExactly(created.event());
    assertThat(announced(never)).isEmpty();
  }

  @Test
  void givesAllCopiesOfTheStampTheSameNewValueAndCounts() {
    RuleChange created = Samples.created();
    RuleChange disabled = Samples.disabled(created);
    for (RuleChange change : List.of(created, disabled, Samples.deleted(disabled))) {
      rules.commit(change);
      assertThat(stamps()).hasSize(Stamps.COPIES).containsOnly(change.event().id().toString());
    }
    rules.commit(Samples.created());
    rules.commit(Samples.created());
    assertThat(new Stamps(table, "rules").count(dynamo, Samples.ORG)).isEqualTo(2);
  }

  @Test
  void aChangeCostsTheSameHoweverManyThereAre() {
    RuleChange created = Samples.created();
    RuleChange disabled = Samples.disabled(created);

    assertThat(writeUnits(created)).isEqualTo(PER_ITEM * (2 + Stamps.COPIES));
    assertThat(writeUnits(disabled)).isEqualTo(PER_ITEM * (2 + Stamps.COPIES));
    assertThat(writeUnits(Samples.deleted(disabled))).isEqualTo(PER_ITEM * (3 + Stamps.COPIES));
    assertThat(database.consumed().readUnits()).isZero();
  }

  @Test
  void keepsARuleOfAThousandDevices() {
    List<String> devices = IntStream.range(0, 1_000).mapToObj(i -> "%0128d".formatted(i)).toList();
    RuleChange created = Samples.ofDevices(devices);

    assertThat(writeUnits(created)).isBetween(2.0 * 128, 2.0 * 140 + 2 * Stamps.COPIES);
    assertThat(rules.find(Samples.ORG, created.rule().id())).contains(created.rule());
  }

  @Test
  void recordsWhoDeletedARule() {
    RuleChange created = Samples.created();
    rules.commit(created);
    rules.commit(Samples.deleted(created));

    List<Item> left =
        database.client().scan(s -> s.tableName(table)).items().stream()
            .map(Item::new)
            .filter(item -> item.has("deleted_by"))
            .toList();
    assertThat(left).singleElement().extracting(item -> item.text("deleted_by")).isEqualTo("bob");
    assertThat(left.getFirst().text("sk")).isEqualTo("DELETED#" + created.rule().id());
  }

  private double writeUnits(RuleChange change) {
    database.consumed().reset();
    assertThat(rules.commit(change)).isEqualTo(Rules.Stored.DONE);
    return database.consumed().writeUnits();
  }

  private List<String> stamps() {
    return database.client().scan(s -> s.tableName(table)).items().stream()
        .map(Item::new)
        .flatMap(item -> item.optionalText("stamp").stream())
        .toList();
  }

  private List<Envelope> announced(RuleChange change) {
    String entity = "org#" + change.rule().id();
    PartitionQuery query =
        PartitionQuery.of(database.table("OutboxTable"), "pk = :pk", v -> v.text(":pk", entity));
    return dynamo.query(query).items().stream()
        .map(item -> new EventJson().read(item.text("event")))
        .map(read -> ((ReadResult.Known) read).envelope())
        .toList();
  }
}
