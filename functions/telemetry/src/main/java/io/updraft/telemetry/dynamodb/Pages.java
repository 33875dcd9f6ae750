package io.updraft.telemetry.dynamodb;

import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.ItemPage;
import io.updraft.dynamodb.PartitionQuery;
import java.util.ArrayList;
import java.util.List;

/** Reads a query to its end. */
final class Pages {
  private Pages() {}

  static List<Item> all(Dynamo dynamo, PartitionQuery query) {
    ItemPage page = dynamo.query(query);
    List<Item> items = new ArrayList<>(page.items());
    while (page.last() != null) {
      page = dynamo.query(query.after(page.last()));
      items.addAll(page.items());
    }
    return items;
  }
}
