package io.updraft.local.sample;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Writes down the key of each record; a key that begins with "twice" works the second time. */
public final class CopyToFile implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
  private final Journal journal = Journal.named("");
  private final Set<String> seen = new HashSet<>();

  @Override
  public synchronized StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
    for (DynamodbEvent.DynamodbStreamRecord each : event.getRecords()) {
      String key = Objects.requireNonNull(each.getDynamodb().getKeys().get("pk")).getS();
      if (key.startsWith("twice") && seen.add(key)) {
        String number = each.getDynamodb().getSequenceNumber();
        return new StreamsEventResponse(List.of(new BatchItemFailure(number)));
      }
      journal.write(each.getEventName() + " " + key);
    }
    return new StreamsEventResponse(List.of());
  }
}
