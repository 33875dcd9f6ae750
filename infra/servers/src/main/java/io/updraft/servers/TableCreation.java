package io.updraft.servers;

import io.updraft.template.Table;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;

/** Creates the tables of the template. */
public final class TableCreation {
  private final DynamoDbClient client;

  public TableCreation(DynamoDbClient client) {
    this.client = client;
  }

  /** Creates the table with its indexes, stream and time to live, unless it exists. */
  public void createIfMissing(Table table) {
    try {
      client.createTable(request(table));
    } catch (ResourceInUseException exists) {
      return;
    }
    table
        .expiryAttribute()
        .ifPresent(
            attribute ->
                client.updateTimeToLive(
                    r ->
                        r.tableName(table.name())
                            .timeToLiveSpecification(
                                ttl -> ttl.attributeName(attribute).enabled(true))));
  }

  private static CreateTableRequest request(Table table) {
    CreateTableRequest.Builder request =
        CreateTableRequest.builder()
            .tableName(table.name())
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(definitions(table))
            .keySchema(keySchema(table.key()));
    if (!table.indexes().isEmpty()) {
      request.globalSecondaryIndexes(table.indexes().stream().map(TableCreation::index).toList());
    }
    table
        .streamView()
        .map(view -> StreamSpecification.builder().streamEnabled(true).streamViewType(view).build())
        .ifPresent(request::streamSpecification);
    return request.build();
  }

  private static List<AttributeDefinition> definitions(Table table) {
    return table.attributes().entrySet().stream()
        .map(
            attribute ->
                AttributeDefinition.builder()
                    .attributeName(attribute.getKey())
                    .attributeType(attribute.getValue())
                    .build())
        .toList();
  }

  private static List<KeySchemaElement> keySchema(Table.Key key) {
    return Stream.concat(
            Stream.of(element(key.partition(), KeyType.HASH)),
            key.sort().stream().map(name -> element(name, KeyType.RANGE)))
        .toList();
  }

  private static KeySchemaElement element(String attribute, KeyType type) {
    return KeySchemaElement.builder().attributeName(attribute).keyType(type).build();
  }

  private static GlobalSecondaryIndex index(Table.Index index) {
    Projection.Builder projection = Projection.builder().projectionType(index.projection());
    if (!index.included().isEmpty()) {
      projection.nonKeyAttributes(index.included());
    }
    return GlobalSecondaryIndex.builder()
        .indexName(index.name())
        .keySchema(keySchema(index.key()))
        .projection(projection.build())
        .build();
  }
}
