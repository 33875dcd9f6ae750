package io.updraft.alert.dynamodb;

import io.updraft.alert.domain.RuleId;
import io.updraft.alert.domain.Standings.Place;
import io.updraft.alert.domain.Watches;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Dynamo.Reading;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.Key;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is watched for silence, on the alerts table. */
public final class DynamoWatches implements Watches {
  private final Dynamo dynamo;
  private final String table;

  /**
   * @param table name of the alerts table
   */
  public DynamoWatches(Dynamo dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Optional<Instant> due(Place place, long ruleVersion) {
    return dynamo
        .get(table, AlertKeys.watch(place), Reading.EVENTUAL)
        .filter(item -> item.number("rule_version") == ruleVersion)
        .map(item -> item.time("due_sk"));
  }

  @Override
  public void set(Place place, long ruleVersion, Instant due) {
    Key key = AlertKeys.watch(place);
    Map<String, AttributeValue> item = new HashMap<>(key.attributes());
    item.putAll(
        Item.build()
            .number("rule_version", ruleVersion)
            .text("due_pk", AlertKeys.duePart(key))
            .text("due_sk", AlertKeys.dueAt(due))
            .attributes());
    dynamo.write(Guarded.put(table, item));
  }

  @Override
  public List<RuleId> of(String organization, String deviceId) {
    return DeviceItems.query(
            dynamo, table, AlertKeys.device(organization, deviceId), AlertKeys.WATCH)
        .map(item -> new RuleId(item.text("sk").substring(AlertKeys.WATCH.length())))
        .toList();
  }

  @Override
  public void drop(Place place) {
    dynamo.write(Guarded.delete(table, AlertKeys.watch(place)));
  }
}
