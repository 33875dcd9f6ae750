package io.updraft.alert.dynamodb;

import static java.util.stream.Collectors.toMap;

import io.updraft.alert.domain.RuleId;
import io.updraft.alert.domain.RuleTotals;
import io.updraft.alert.domain.Totals;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Dynamo.Reading;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.Key;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Totals as items of the rules table: {@code pk} is the organization and {@code TOTALS}, a
 * partition of their own, which whoever reads the rules does not read; {@code sk} is {@code RULE#},
 * the id and {@code TOTAL}.
 */
public final class TotalItems implements RuleTotals {
  private final Dynamo dynamo;
  private final String table;

  /**
   * Totals on a client and a table.
   *
   * @param table name of the rules table
   */
  public TotalItems(Dynamo dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Map<RuleId, Totals> of(String organization, Collection<RuleId> rules) {
    List<Key> keys = rules.stream().map(rule -> key(organization, rule)).toList();
    return dynamo.getAll(table, keys, Reading.EVENTUAL).stream()
        .collect(toMap(item -> new RuleId(item.text("rule_id")), TotalItems::totals));
  }

  @Override
  public void add(String organization, RuleId rule, String batch, Totals more) {
    dynamo.write(
        Guarded.update(
                table,
                key(organization, rule),
                "SET rule_id = :rule, last_batch = :batch, last_triggered = :last"
                    + " ADD total_triggers :more")
            .when("attribute_not_exists(last_batch) OR last_batch <> :batch")
            .with(v -> v.text(":rule", rule.text()).text(":batch", batch))
            .with(v -> v.time(":last", more.last()).number(":more", more.triggers())));
  }

  static Key key(String organization, RuleId rule) {
    return new Key(Key.join(organization, "TOTALS"), Key.join("RULE", rule.text(), "TOTAL"));
  }

  private static Totals totals(Item item) {
    return new Totals(item.number("total_triggers"), item.timeOrNull("last_triggered"));
  }
}
