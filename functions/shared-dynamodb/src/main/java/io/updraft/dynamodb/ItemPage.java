package io.updraft.dynamodb;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * One page of a query.
 *
 * @param last where to continue, or null at the end; a page can be short, even empty, and not the
 *     last
 */
public record ItemPage(List<Item> items, @Nullable Map<String, AttributeValue> last) {
  public ItemPage {
    items = List.copyOf(items);
  }

  static ItemPage of(QueryResponse answer) {
    return new ItemPage(
        answer.items().stream().map(Item::new).toList(),
        answer.hasLastEvaluatedKey() ? answer.lastEvaluatedKey() : null);
  }
}
