package io.updraft.local.stream;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** The stream of a table, read forward. It has one shard, as dynoxide's streams have. */
final class TableStream {
  private static final int READ_AT_ONCE = 1_000;

  private final DynamoDbStreamsClient client;
  private final String arn;
  private final String shard;
  private Optional<String> position;
  private @Nullable String iterator;

  /**
   * Opens the stream.
   *
   * @param position sequence number after which to begin; the oldest record if there is none
   */
  TableStream(DynamoDbStreamsClient client, String arn, Optional<String> position) {
    this.client = client;
    this.arn = arn;
    this.position = position;
    this.shard =
        client
            .describeStream(s -> s.streamArn(arn))
            .streamDescription()
            .shards()
            .getFirst()
            .shardId();
  }

  /** ARN of a table's stream. */
  static String arn(DynamoDbClient client, String table) {
    return client.describeTable(t -> t.tableName(table)).table().latestStreamArn();
  }

  /** Goes on after this sequence number; from the oldest record if there is none. */
  void seek(Optional<String> number) {
    position = number;
    iterator = null;
  }

  /** Passes over all that is there; the last of it, where there is something. */
  Optional<String> skipToEnd() {
    while (!read(READ_AT_ONCE).isEmpty()) {
      // The next ones.
    }
    return position;
  }

  /** The next records, at most {@code limit}; none when there are none yet. */
  List<Record> read(int limit) {
    String from = iterator == null ? openIterator() : iterator;
    try {
      GetRecordsResponse response = client.getRecords(r -> r.shardIterator(from).limit(limit));
      iterator = response.nextShardIterator();
      if (response.hasRecords() && !response.records().isEmpty()) {
        position = Optional.of(response.records().getLast().dynamodb().sequenceNumber());
      }
      return response.records();
    } catch (ExpiredIteratorException e) {
      iterator = null;
      return List.of();
    }
  }

  private String openIterator() {
    GetShardIteratorRequest.Builder request =
        GetShardIteratorRequest.builder().streamArn(arn).shardId(shard);
    position.ifPresentOrElse(
        number ->
            request
                .shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                .sequenceNumber(number),
        () -> request.shardIteratorType(ShardIteratorType.TRIM_HORIZON));
    return client.getShardIterator(request.build()).shardIterator();
  }
}
