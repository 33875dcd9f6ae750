package io.updraft.device.dynamodb;

import io.updraft.device.domain.Views;
import io.updraft.device.published.UpdateView;
import io.updraft.device.published.UpdateViews;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Dynamo.Reading;
import io.updraft.dynamodb.Key;
import java.util.List;

/** Shows updates from their items. */
public final class DynamoUpdateViews implements UpdateViews {
  private final Dynamo dynamo;
  private final String table;

  public DynamoUpdateViews(Dynamo dynamo, DeviceTables tables) {
    this.dynamo = dynamo;
    this.table = tables.updates();
  }

  @Override
  public List<UpdateView> find(String organization, List<String> updateIds) {
    List<Key> keys = updateIds.stream().map(id -> UpdateItems.key(organization, id)).toList();
    return dynamo.getAll(table, keys, Reading.EVENTUAL).stream()
        .map(UpdateItems::toUpdate)
        .map(Views::of)
        .toList();
  }
}
