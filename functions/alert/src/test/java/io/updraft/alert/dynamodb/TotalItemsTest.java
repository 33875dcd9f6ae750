package io.updraft.alert.dynamodb;

import static io.updraft.alert.rule.Samples.ORG;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.alert.domain.RuleId;
import io.updraft.alert.domain.Totals;
import io.updraft.alert.rule.Samples;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.Outbox;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@ExtendWith(DynamoDbServer.class)
class TotalItemsTest {
  private final TestDatabase database;
  private final Dynamo dynamo;
  private final String table;
  private final TotalItems totals;

  TotalItemsTest(TestDatabase database) {
    this.database = database;
    this.dynamo = new Dynamo(database.client());
    this.table = database.table("RulesTable");
    this.totals = new TotalItems(dynamo, table);
  }

  @BeforeEach
  void clear() {
    database.clear();
  }

  @Test
  void tellsThoseThatHaveTriggered() {
    triggered(ORG, Samples.id(1), new Totals(3, Samples.NOW));
    triggered("other", Samples.id(2), new Totals(4, Samples.NOW));

    assertThat(totals.of(ORG, List.of(Samples.id(1), Samples.id(2), Samples.id(3))))
        .isEqualTo(Map.of(Samples.id(1), new Totals(3, Samples.NOW)));
    assertThat(totals.of(ORG, List.of())).isEmpty();
  }

  @Test
  void costsHalfAUnitForEachRule() {
    List<RuleId> ids = IntStream.range(0, 200).mapToObj(Samples::id).toList();
    ids.forEach(id -> triggered(ORG, id, new Totals(1, null)));
    database.consumed().reset();

    assertThat(totals.of(ORG, ids)).hasSize(200);

    assertThat(database.consumed().readUnits()).isEqualTo(100);
  }

  @Test
  void noRuleIsFoundByThem() {
    triggered(ORG, Samples.id(1), new Totals(3, Samples.NOW));

    Outbox outbox = new Outbox(database.table("OutboxTable"));
    assertThat(new RulesTable(dynamo, Tables.of(database), outbox).browse(ORG, null, 10)).isEmpty();
  }

  private void triggered(String organization, RuleId id, Totals now) {
    Map<String, AttributeValue> item = new HashMap<>(TotalItems.key(organization, id).attributes());
    item.putAll(
        Item.build()
            .text("rule_id", id.text())
            .number("total_triggers", now.triggers())
            .time("last_triggered", now.last())
            .attributes());
    dynamo.write(Guarded.put(table, item));
  }
}
