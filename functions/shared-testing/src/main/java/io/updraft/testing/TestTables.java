package io.updraft.testing;

import io.updraft.servers.TableCreation;
import io.updraft.template.Table;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Makes, empties and removes the tables of a class of tests, beside what is counted as consumed.
 */
final class TestTables implements AutoCloseable {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final DynamoDbClient client;
  private final boolean shared;
  private final List<Table> tables;

  TestTables(Endpoint endpoint, Collection<Table> tables) {
    this.client = endpoint.point(DynamoDbClient.builder()).build();
    this.shared = endpoint.shared();
    this.tables = List.copyOf(tables);
  }

  /** All tables, ready to be used: elsewhere than on a server of our own that can take a while. */
  void create() {
    TableCreation creation = new TableCreation(client);
    tables.forEach(creation::createIfMissing);
    if (shared) {
      tables.forEach(this::awaitReady);
    }
  }

  private void awaitReady(Table table) {
    client
        .waiter()
        .waitUntilTableExists(
            t -> t.tableName(table.name()),
            w ->
                w.maxAttempts(Integer.MAX_VALUE)
                    .waitTimeout(PATIENCE)
                    .backoffStrategyV2(BackoffStrategy.fixedDelayWithoutJitter(LOOK_AGAIN)));
  }

  /**
   * Deletes every item.
   *
   * @param as what the tables are afterwards, where they are made anew: on our own server, where
   *     that is the fastest
   */
  void empty(UnaryOperator<Table> as) {
    if (shared) {
      tables.forEach(this::deleteItems);
    } else {
      tables.forEach(table -> remake(table, as));
    }
  }

  private void remake(Table table, UnaryOperator<Table> as) {
    client.deleteTable(r -> r.tableName(table.name()));
    new TableCreation(client).createIfMissing(as.apply(table));
  }

  private void deleteItems(Table table) {
    client.scanPaginator(s -> s.tableName(table.name()).consistentRead(true)).items().stream()
        .map(item -> key(table, item))
        .forEach(key -> client.deleteItem(d -> d.tableName(table.name()).key(key)));
  }

  private static Map<String, AttributeValue> key(Table table, Map<String, AttributeValue> item) {
    Map<String, AttributeValue> key = new HashMap<>(item);
    key.keySet()
        .removeIf(
            name ->
                !name.equals(table.key().partition())
                    && !table.key().sort().equals(Optional.of(name)));
    return key;
  }

  /** Our own server ends with its tables; elsewhere they would stay. */
  @Override
  public void close() {
    if (shared) {
      tables.forEach(table -> client.deleteTable(r -> r.tableName(table.name())));
    }
    client.close();
  }
}
