package io.updraft.outbox.dynamodb;

import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Item;
import io.updraft.lambda.DependencyUnavailable;
import io.updraft.outbox.domain.OutboxEvent;
import io.updraft.outbox.domain.SetAside;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The table of events that can never be published, with the attributes {@code event}, {@code
 * reason} and {@code set_aside_at}. Keys are those of the outbox, so that a repeat replaces what is
 * there.
 */
public final class DynamoDbSetAside implements SetAside {
  private static final int LONGEST_REASON = 500;

  private final Dynamo dynamo;
  private final String table;

  public DynamoDbSetAside(Dynamo dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public boolean keep(OutboxEvent event, String reason, Instant at) {
    try {
      dynamo.write(Guarded.put(table, item(event, reason, at)));
      return true;
    } catch (DependencyUnavailable | SdkException e) {
      return false;
    }
  }

  private static Map<String, AttributeValue> item(OutboxEvent event, String reason, Instant at) {
    return Item.build()
        .text("pk", event.entity())
        .text("sk", event.sequence())
        .text("event", event.json())
        .text("reason", reason.substring(0, Math.min(reason.length(), LONGEST_REASON)))
        .time("set_aside_at", at)
        .attributes();
  }
}
