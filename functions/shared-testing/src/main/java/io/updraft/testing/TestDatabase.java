package io.updraft.testing;

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
  private final Endpoint endpoint;
  private final Template template;
  private final DynamoDbClient client;
  private final TestTables tables;
  private final ConsumedCapacity consumed = new ConsumedCapacity();

  private TestDatabase(Endpoint endpoint, String prefix, Template template) {
    this.prefix = prefix;
    this.endpoint = endpoint;
    this.template = template;
    this.client =
        endpoint
            .point(DynamoDbClient.builder())
            .overrideConfiguration(c -> c.addExecutionInterceptor(consumed.interceptor()))
            .build();
    this.tables = new TestTables(endpoint, template.tables().values());
  }

  static TestDatabase create(Endpoint endpoint, String prefix, Path templateFile) {
    PhysicalNames names = PhysicalNames.logicalIds();
    Template template =
        Template.read(templateFile, Map.of(), (id, type) -> prefix + names.nameOf(id, type));
    TestDatabase database = new TestDatabase(endpoint, prefix, template);
    database.tables.create();
    return database;
  }

  /** A client whose consumption is in {@link #consumed}. */
  public DynamoDbClient client() {
    return client;
  }

  /** Address of the server. */
  public URI endpoint() {
    return endpoint.address();
  }

  /** The variables by which a function finds the server. */
  public Map<String, String> access() {
    return endpoint.environment();
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
    tables.empty(UnaryOperator.identity());
  }

  /**
   * The same, and leaves the streams out: our own server never trims them in memory, and writes get
   * slower with each record.
   */
  public void clearWithoutStreams() {
    tables.empty(Table::withoutStream);
  }

  @Override
  public void close() {
    tables.close();
    client.close();
  }

  @Override
  public String toString() {
    return "tables " + prefix + "* at " + endpoint();
  }
}
