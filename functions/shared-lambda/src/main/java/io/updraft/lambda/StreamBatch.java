package io.updraft.lambda;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a function works through a batch of a table's stream. */
public final class StreamBatch {
  private static final Logger LOG = LoggerFactory.getLogger(StreamBatch.class);

  private StreamBatch() {}

  /**
   * One record after the other. The first that fails ends the batch and is reported, so that
   * everything from there on comes again, in order.
   */
  public static StreamsEventResponse inOrder(
      DynamodbEvent event, Consumer<DynamodbStreamRecord> work) {
    for (DynamodbStreamRecord record : event.getRecords()) {
      try {
        work.accept(record);
      } catch (RuntimeException e) {
        String sequenceNumber = record.getDynamodb().getSequenceNumber();
        LOG.error("record {} failed, and comes again", sequenceNumber, e);
        return new StreamsEventResponse(List.of(new BatchItemFailure(sequenceNumber)));
      }
    }
    return new StreamsEventResponse(List.of());
  }

  /** The partition key of the item that changed. */
  public static String partitionKey(DynamodbStreamRecord record) {
    return Objects.requireNonNull(record.getDynamodb().getKeys().get("pk"), "pk").getS();
  }
}
