package io.updraft.dynamodb;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * One write with the condition that makes it safe. The same value serves alone ({@link
 * Dynamo#write}) and as a part of a {@link Transaction}.
 *
 * <p>Attribute names that are reserved words are written {@code #name}: every {@code #word} in an
 * expression stands for the attribute {@code word}, so that no caller lists names.
 */
public record Guarded(
    Kind kind,
    String table,
    Map<String, AttributeValue> item,
    @Nullable String update,
    @Nullable String condition,
    Map<String, AttributeValue> values) {

  /** What the write does. */
  public enum Kind {
    PUT,
    UPDATE,
    DELETE,
    CHECK
  }

  public Guarded {
    item = Map.copyOf(item);
    values = Map.copyOf(values);
  }

  /** Puts the whole item; without a condition it replaces what was there. */
  public static Guarded put(String table, Map<String, AttributeValue> item) {
    return new Guarded(Kind.PUT, table, item, null, null, Map.of());
  }

  /** Puts the item only where none with its key exists. */
  public static Guarded create(String table, Map<String, AttributeValue> item) {
    return put(table, item).when("attribute_not_exists(pk)");
  }

  public static Guarded update(String table, Key key, String expression) {
    return new Guarded(Kind.UPDATE, table, key.attributes(), expression, null, Map.of());
  }

  public static Guarded delete(String table, Key key) {
    return new Guarded(Kind.DELETE, table, key.attributes(), null, null, Map.of());
  }

  /** Writes nothing; the condition must hold when the transaction commits. */
  public static Guarded check(String table, Key key, String condition) {
    return new Guarded(Kind.CHECK, table, key.attributes(), null, condition, Map.of());
  }

  public Guarded when(String expression) {
    return new Guarded(kind, table, item, update, expression, values);
  }

  /** Adds values of the expressions; their names are written with the leading colon. */
  public Guarded with(Consumer<ItemBuilder> more) {
    ItemBuilder builder = Item.build();
    more.accept(builder);
    return with(builder.attributes());
  }

  /** The same of values that are attributes already. */
  public Guarded with(Map<String, AttributeValue> more) {
    Map<String, AttributeValue> all = new HashMap<>(values);
    all.putAll(more);
    return new Guarded(kind, table, item, update, condition, all);
  }

  Key key() {
    return Key.of(item);
  }

  TransactWriteItem toTransactItem() {
    return switch (kind) {
      case PUT -> TransactWriteItem.builder().put(toPut()).build();
      case UPDATE -> TransactWriteItem.builder().update(toUpdate()).build();
      case DELETE -> TransactWriteItem.builder().delete(toDelete()).build();
      case CHECK -> TransactWriteItem.builder().conditionCheck(toCheck()).build();
    };
  }

  @Nullable Map<String, String> names() {
    return Placeholders.names(update, condition);
  }

  @Nullable Map<String, AttributeValue> valuesOrNull() {
    return values.isEmpty() ? null : values;
  }

  private Put toPut() {
    return Put.builder()
        .tableName(table)
        .item(item)
        .conditionExpression(condition)
        .expressionAttributeNames(names())
        .expressionAttributeValues(valuesOrNull())
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
        .build();
  }

  private Update toUpdate() {
    return Update.builder()
        .tableName(table)
        .key(item)
        .updateExpression(update)
        .conditionExpression(condition)
        .expressionAttributeNames(names())
        .expressionAttributeValues(valuesOrNull())
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
        .build();
  }

  private Delete toDelete() {
    return Delete.builder()
        .tableName(table)
        .key(item)
        .conditionExpression(condition)
        .expressionAttributeNames(names())
        .expressionAttributeValues(valuesOrNull())
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
        .build();
  }

  private ConditionCheck toCheck() {
    return ConditionCheck.builder()
        .tableName(table)
        .key(item)
        .conditionExpression(condition)
        .expressionAttributeNames(names())
        .expressionAttributeValues(valuesOrNull())
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
        .build();
  }
}
