package io.updraft.outbox.dynamodb;

import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.Outbox;
import io.updraft.outbox.domain.OutboxEvent;
import io.updraft.outbox.domain.OutboxPages;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/**
 * The outbox by a paged scan, the only one in the system (docs/adr/0005-redrive.md). A scan goes
 * through one partition after the other, each in the order of its sort key, so that the events of
 * one entity come in order.
 */
public final class DynamoDbOutboxPages implements OutboxPages {
  private final DynamoDbClient client;
  private final String table;
  private final int pageSize;

  /**
   * @param pageSize how many items are read, those before the time included
   */
  public DynamoDbOutboxPages(DynamoDbClient client, String table, int pageSize) {
    this.client = client;
    this.table = table;
    this.pageSize = pageSize;
  }

  @Override
  public Page read(Instant since, @Nullable String cursor) {
    ScanResponse answer = client.scan(request(since, cursor));
    return new Page(
        answer.items().stream().map(Item::new).map(DynamoDbOutboxPages::event).toList(),
        answer.hasLastEvaluatedKey() ? ScanCursor.of(answer.lastEvaluatedKey()) : null);
  }

  /** The item tells the time of its event only by its expiry, which is a fixed time later. */
  private ScanRequest request(Instant since, @Nullable String cursor) {
    return ScanRequest.builder()
        .tableName(table)
        .limit(pageSize)
        .filterExpression("expires_at >= :expiry")
        .expressionAttributeValues(
            Item.build().expiry(":expiry", since.plus(Outbox.KEPT)).attributes())
        .exclusiveStartKey(cursor == null ? null : ScanCursor.key(cursor))
        .build();
  }

  private static OutboxEvent event(Item item) {
    return new OutboxEvent(item.text("pk"), item.text("sk"), item.optionalText("event").orElse(""));
  }
}
