package io.updraft.local.sample;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes down the body of each message; one that begins with "twice" works the second time. */
public final class Work implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private final Journal journal = Journal.named("");
  private final Set<String> seen = new HashSet<>();

  @Override
  public synchronized SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    List<BatchItemFailure> failures = new ArrayList<>();
    for (SQSEvent.SQSMessage each : event.getRecords()) {
      if (each.getBody().startsWith("twice") && seen.add(each.getBody())) {
        failures.add(new BatchItemFailure(each.getMessageId()));
      } else {
        journal.write(each.getBody());
      }
    }
    return new SQSBatchResponse(failures);
  }
}
