package io.updraft.local.stream;

import io.updraft.local.lambda.BatchItemFailures;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** What a function's answer says about its batch. */
final class BatchAnswer {
  private BatchAnswer() {}

  /**
   * How many records from the start of the batch are done: all before the first one named in {@code
   * batchItemFailures}. An answer that names nothing means all, one that names an unknown record or
   * can't be read means none.
   */
  static int done(byte[] payload, List<Record> batch) {
    Set<String> failed = BatchItemFailures.named(payload);
    if (failed.isEmpty()) {
      return batch.size();
    }
    for (int i = 0; i < batch.size(); i++) {
      if (failed.contains(batch.get(i).dynamodb().sequenceNumber())) {
        return i;
      }
    }
    return 0;
  }
}
