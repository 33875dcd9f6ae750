package io.updraft.dynamodb;

import io.updraft.lambda.DependencyUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.RequestLimitExceededException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingException;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/**
 * DynamoDB as the adapters of all contexts see it. Conditions that fail are outcomes; contention
 * and throttling are tried again with backoff, and when that does not help, or the table can't be
 * reached, {@link DependencyUnavailable} tells the caller when to come back.
 */
public final class Dynamo {
  /** The name under which the only part of a single write is reported. */
  public static final String ONLY = "only";

  private static final Duration COME_BACK = Duration.ofSeconds(2);
  private static final int MOST_KEYS = 100;

  private final DynamoDbClient client;
  private final Backoff backoff;

  public Dynamo(DynamoDbClient client) {
    this(client, Backoff.CONTENTION);
  }

  Dynamo(DynamoDbClient client, Backoff backoff) {
    this.client = client;
    this.backoff = backoff;
  }

  /** How fresh a read must be; a consistent one costs twice as much. */
  public enum Reading {
    EVENTUAL,
    CONSISTENT
  }

  /** Reads one item. */
  public Optional<Item> get(String table, Key key, Reading reading) {
    var answer =
        reached(
            () ->
                client.getItem(
                    r ->
                        r.tableName(table)
                            .key(key.attributes())
                            .consistentRead(reading == Reading.CONSISTENT)));
    return answer.hasItem() ? Optional.of(new Item(answer.item())) : Optional.empty();
  }

  /** Reads up to any number of items of one table, those that exist, in the order of the keys. */
  public List<Item> getAll(String table, List<Key> keys, Reading reading) {
    Map<Key, Item> found = new HashMap<>();
    for (int from = 0; from < keys.size(); from += MOST_KEYS) {
      getBatch(table, keys.subList(from, Math.min(keys.size(), from + MOST_KEYS)), reading, found);
    }
    return keys.stream().filter(found::containsKey).map(found::get).toList();
  }

  private void getBatch(String table, Collection<Key> keys, Reading reading, Map<Key, Item> found) {
    Map<String, KeysAndAttributes> wanted = Map.of(table, wanted(keys, reading));
    for (int attempt = 0; !wanted.isEmpty(); attempt++) {
      Map<String, KeysAndAttributes> now = wanted;
      var answer = reached(() -> client.batchGetItem(r -> r.requestItems(now)));
      answer
          .responses()
          .getOrDefault(table, List.of())
          .forEach(i -> found.put(Key.of(i), new Item(i)));
      wanted = answer.unprocessedKeys();
      if (!wanted.isEmpty()) {
        pauseOrGiveUp(attempt, null);
      }
    }
  }

  private static KeysAndAttributes wanted(Collection<Key> keys, Reading reading) {
    return KeysAndAttributes.builder()
        .keys(keys.stream().distinct().map(Key::attributes).toList())
        .consistentRead(reading == Reading.CONSISTENT)
        .build();
  }

  /**
   * Reads items of one table, those that exist, in the order of the keys; each hundred as they
   * stand at one moment, so that of a transaction either all is seen or nothing. A batch of
   * consistent reads does not promise that, and costs half.
   *
   * @param keys each once
   */
  public List<Item> getAllAtOnce(String table, List<Key> keys) {
    List<Item> found = new ArrayList<>();
    for (int from = 0; from < keys.size(); from += MOST_KEYS) {
      List<Key> some = keys.subList(from, Math.min(keys.size(), from + MOST_KEYS));
      found.addAll(contended(() -> atOnce(table, some)));
    }
    return List.copyOf(found);
  }

  private List<Item> atOnce(String table, List<Key> keys) {
    List<TransactGetItem> gets = keys.stream().map(key -> toGet(table, key)).toList();
    return client.transactGetItems(r -> r.transactItems(gets)).responses().stream()
        .filter(ItemResponse::hasItem)
        .map(response -> new Item(response.item()))
        .toList();
  }

  private static TransactGetItem toGet(String table, Key key) {
    return TransactGetItem.builder().get(get -> get.tableName(table).key(key.attributes())).build();
  }

  /** Reads one page of a partition of a table or index. */
  public ItemPage query(PartitionQuery query) {
    return ItemPage.of(reached(() -> client.query(query.toRequest())));
  }

  /** Writes one item under its condition; the part is reported as {@link #ONLY}. */
  public Commit write(Guarded write) {
    return contended(
        () -> {
          try {
            send(write);
            return new Commit.Committed();
          } catch (ConditionalCheckFailedException e) {
            return new Commit.Refused(Map.of(ONLY, new Item(e.hasItem() ? e.item() : Map.of())));
          }
        });
  }

  /** Commits all parts, or none. */
  public Commit commit(Transaction transaction) {
    var items =
        transaction.parts().stream().map(Transaction.Part::write).map(Guarded::toTransactItem);
    var all = items.toList();
    // One token for all attempts: one that was committed and not answered is not committed again.
    String token = UUID.randomUUID().toString();
    return contended(
        () -> {
          try {
            client.transactWriteItems(r -> r.transactItems(all).clientRequestToken(token));
            return new Commit.Committed();
          } catch (TransactionCanceledException e) {
            return refused(transaction, e);
          }
        });
  }

  private void send(Guarded write) {
    var failure = ReturnValuesOnConditionCheckFailure.ALL_OLD;
    switch (write.kind()) {
      case PUT ->
          client.putItem(
              r ->
                  r.tableName(write.table())
                      .item(write.item())
                      .conditionExpression(write.condition())
                      .expressionAttributeNames(write.names())
                      .expressionAttributeValues(write.valuesOrNull())
                      .returnValuesOnConditionCheckFailure(failure));
      case UPDATE ->
          client.updateItem(
              r ->
                  r.tableName(write.table())
                      .key(write.item())
                      .updateExpression(write.update())
                      .conditionExpression(write.condition())
                      .expressionAttributeNames(write.names())
                      .expressionAttributeValues(write.valuesOrNull())
                      .returnValuesOnConditionCheckFailure(failure));
      case DELETE ->
          client.deleteItem(
              r ->
                  r.tableName(write.table())
                      .key(write.item())
                      .conditionExpression(write.condition())
                      .expressionAttributeNames(write.names())
                      .expressionAttributeValues(write.valuesOrNull())
                      .returnValuesOnConditionCheckFailure(failure));
      case CHECK -> throw new IllegalArgumentException("a check needs a transaction");
    }
  }

  /** A failed condition decides; a cancellation for contention or throttling alone is retried. */
  private static Commit refused(Transaction transaction, TransactionCanceledException e) {
    Map<String, Item> found = new HashMap<>();
    List<CancellationReason> reasons = e.cancellationReasons();
    for (int i = 0; i < reasons.size(); i++) {
      if ("ConditionalCheckFailed".equals(reasons.get(i).code())) {
        found.put(transaction.parts().get(i).name(), old(reasons.get(i)));
      }
    }
    if (found.isEmpty()) {
      throw e;
    }
    return new Commit.Refused(found);
  }

  private static Item old(CancellationReason reason) {
    Map<String, AttributeValue> item = reason.hasItem() ? reason.item() : Map.of();
    return new Item(item);
  }

  private <T> T contended(Supplier<T> call) {
    for (int attempt = 0; ; attempt++) {
      try {
        return call.get();
      } catch (SdkException e) {
        if (!passing(e)) {
          throw translated(e);
        }
        pauseOrGiveUp(attempt, e);
      }
    }
  }

  private static boolean passing(SdkException e) {
    return switch (e) {
      case TransactionCanceledException cancelled ->
          cancelled.cancellationReasons().stream()
              .noneMatch(r -> "ValidationError".equals(r.code()));
      case TransactionConflictException _,
          TransactionInProgressException _,
          ProvisionedThroughputExceededException _,
          RequestLimitExceededException _,
          ThrottlingException _ ->
          true;
      default -> false;
    };
  }

  private void pauseOrGiveUp(int attempt, @Nullable SdkException cause) {
    if (attempt + 1 >= backoff.attempts()) {
      throw new DependencyUnavailable("DynamoDB", COME_BACK, cause);
    }
    try {
      Thread.sleep(backoff.pause(attempt, RandomGenerator.getDefault()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DependencyUnavailable("DynamoDB", COME_BACK, e);
    }
  }

  private static <T> T reached(Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException e) {
      throw translated(e);
    }
  }

  /**
   * What a later attempt could cure is unavailability; a request that is itself wrong is a defect.
   */
  private static RuntimeException translated(SdkException e) {
    boolean away =
        switch (e) {
          case SdkServiceException service ->
              service.statusCode() >= 500 || service.isThrottlingException();
          case SdkClientException _ -> true;
          default -> false;
        };
    return away || passing(e) ? new DependencyUnavailable("DynamoDB", COME_BACK, e) : e;
  }
}
