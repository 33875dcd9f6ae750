package io.updraft.testing;

import io.updraft.servers.DynamoDbAccess;
import io.updraft.servers.TableCreation;
import io.updraft.template.PhysicalNames;
import io.updraft.template.Table;
import io.updraft.template.Template;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.core.pagination.sync.SdkIterable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The tables of the template on a real server, empty at first, for one class of tests: their names
 * are its own, so that classes don't disturb each other.
 */
public final class TestDatabase implements AutoCloseable {
  private final String prefix;
  private final URI endpoint;
  private final Template template;
  private final DynamoDbClient client;
  private final ConsumedCapacity consumed = new ConsumedCapacity();

  private TestDatabase(int port, String prefix, Template template) {
    this.prefix = prefix;
    this.endpoint = DynamoDbAccess.endpoint(port);
    this.template = template;
    this.client =
        DynamoDbAccess.on(port, DynamoDbClient.builder())
            .overrideConfiguration(c -> c.addExecutionInterceptor(consumed.interceptor()))
            .build();
  }

  static TestDatabase create(int port, String prefix, Path templateFile) {
    PhysicalNames names = PhysicalNames.logicalIds();
    Template template =
        Template.read(templateFile, Map.of(), (id, type) -> prefix + names.nameOf(id, type));
    TestDatabase database = new TestDatabase(port, prefix, template);
    TableCreation creation = new TableCreation(database.client);
    template.tables().values().forEach(creation::createIfMissing);
    database.consumed.reset();
    return database;
  }

  /** A client whose consumption is in {@link #consumed}. */
  public DynamoDbClient client() {
    return client;
  }

  /** Address of the server. */
  public URI endpoint() {
    return endpoint;
  }

  /** Name of the table with this logical id in the template. */
  public String table(String logicalId) {
    return template.table(logicalId).name();
  }

  /** What {@link #client} consumed since the last reset. */
  public ConsumedCapacity consumed() {
    return consumed;
  }

  /** The variables that the template gives this function, with this database's tables in them. */
  public Map<String, String> environment(String functionId) {
    return template.function(functionId).environment();
  }

  /** Every item of every table that has any, by the table's logical id. */
  public Map<String, Set<Map<String, AttributeValue>>> contents() {
    Map<String, Set<Map<String, AttributeValue>>> contents = new HashMap<>();
    template.tables().forEach((id, table) -> items(table).forEach(i -> add(contents, id, i)));
    return contents;
  }

  private SdkIterable<Map<String, AttributeValue>> items(Table table) {
    return client.scanPaginator(s -> s.tableName(table.name())).items();
  }

  private static void add(
      Map<String, Set<Map<String, AttributeValue>>> contents,
      String logicalId,
      Map<String, AttributeValue> item) {
    contents.computeIfAbsent(logicalId, _ -> new HashSet<>()).add(item);
  }

  /** Deletes every item of every table. */
  public void clear() {
    recreate(UnaryOperator.identity());
  }

  /**
   * The same, and leaves the streams out: the server never trims them in memory, and writes get
   * slower with each record.
   */
  public void clearWithoutStreams() {
    recreate(Table::withoutStream);
  }

  private void recreate(UnaryOperator<Table> as) {
    TableCreation creation = new TableCreation(client);
    for (Table table : template.tables().values()) {
      client.deleteTable(r -> r.tableName(table.name()));
      creation.createIfMissing(as.apply(table));
    }
  }

  @Override
  public void close() {
    client.close();
  }

  @Override
  public String toString() {
    return "tables " + prefix + "* at " + endpoint;
  }
}
