package io.updraft.dynamodb;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * A query of one partition. A filter is applied after reading: it saves transport, not read units.
 *
 * @param index the index, or null for the table itself
 * @param keys the key condition, e.g. {@code pk = :pk AND begins_with(sk, :prefix)}; {@code #name}
 *     stands for the attribute of that name
 * @param start where the page before ended, from {@link ItemPage#last}
 */
public record PartitionQuery(
    String table,
    @Nullable String index,
    String keys,
    @Nullable String filter,
    Map<String, AttributeValue> values,
    int limit,
    boolean descending,
    boolean consistent,
    @Nullable Map<String, AttributeValue> start) {

  private static final int DEFAULT_LIMIT = 100;

  public PartitionQuery {
    values = Map.copyOf(values);
  }

  /** All items of the table whose keys meet the condition, ascending, eventually consistent. */
  public static PartitionQuery of(String table, String keys, Consumer<ItemBuilder> values) {
    ItemBuilder builder = Item.build();
    values.accept(builder);
    return new PartitionQuery(
        table, null, keys, null, builder.attributes(), DEFAULT_LIMIT, false, false, null);
  }

  public PartitionQuery onIndex(String name) {
    return new PartitionQuery(
        table, name, keys, filter, values, limit, descending, consistent, start);
  }

  /** Narrows the page after it was read, with further values of its own. */
  public PartitionQuery filtered(String expression, Consumer<ItemBuilder> more) {
    ItemBuilder builder = Item.build();
    more.accept(builder);
    Map<String, AttributeValue> all = new HashMap<>(values);
    all.putAll(builder.attributes());
    return new PartitionQuery(
        table, index, keys, expression, all, limit, descending, consistent, start);
  }

  public PartitionQuery limited(int most) {
    return new PartitionQuery(
        table, index, keys, filter, values, most, descending, consistent, start);
  }

  public PartitionQuery newestFirst() {
    return new PartitionQuery(table, index, keys, filter, values, limit, true, consistent, start);
  }

  public PartitionQuery consistently() {
    return new PartitionQuery(table, index, keys, filter, values, limit, descending, true, start);
  }

  /** Continues after the given position; null begins at the beginning. */
  public PartitionQuery after(@Nullable Map<String, AttributeValue> position) {
    return new PartitionQuery(
        table, index, keys, filter, values, limit, descending, consistent, position);
  }

  QueryRequest toRequest() {
    return QueryRequest.builder()
        .tableName(table)
        .indexName(index)
        .keyConditionExpression(keys)
        .filterExpression(filter)
        .expressionAttributeNames(Placeholders.names(keys, filter))
        .expressionAttributeValues(values)
        .limit(limit)
        .scanIndexForward(!descending)
        .consistentRead(consistent)
        .exclusiveStartKey(start)
        .build();
  }
}
