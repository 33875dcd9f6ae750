package io.updraft.local.queue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.updraft.local.lambda.Backoff;
import io.updraft.local.lambda.BatchItemFailures;
import io.updraft.local.lambda.DeadLetters;
import io.updraft.local.lambda.Json;
import io.updraft.local.lambda.Outcome;
import io.updraft.template.QueueTrigger;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Runs one function with the messages of one queue.
 *
 * @param mostReceives after so many attempts a message is a dead letter
 */
record MessageRunner(
    QueueTrigger trigger,
    int mostReceives,
    MessageFolder messages,
    Function<byte[], Outcome> function,
    DeadLetters deadLetters,
    Backoff backoff,
    Clock clock) {

  /** Runs the function with one batch; false where there is none. */
  boolean round() {
    List<Message> batch = messages.take(trigger.batchSize(), clock.instant());
    try {
      settle(batch);
    } finally {
      messages.release(batch);
    }
    return !batch.isEmpty();
  }

  private void settle(List<Message> batch) {
    if (batch.isEmpty()) {
      return;
    }
    Set<String> failed = failed(function.apply(event(batch)), batch);
    for (Message message : batch) {
      if (failed.contains(message.id())) {
        again(message);
      } else {
        messages.remove(message.id());
      }
    }
  }

  private void again(Message message) {
    if (message.receives() + 1 >= mostReceives) {
      deadLetters.keep(trigger.function(), event(List.of(message)));
      messages.remove(message.id());
    } else {
      messages.keep(message.again(clock.instant().plus(backoff.delay(message.receives()))));
    }
  }

  /** All of them where the function failed, or names one that it was not given. */
  private Set<String> failed(Outcome outcome, List<Message> batch) {
    Set<String> all = new HashSet<>(batch.stream().map(Message::id).toList());
    if (!(outcome instanceof Outcome.Answered answered)) {
      return all;
    }
    Set<String> failed =
        trigger.reportsFailures() ? BatchItemFailures.named(answered.payload()) : Set.of();
    return all.containsAll(failed) ? failed : all;
  }

  private byte[] event(List<Message> batch) {
    ObjectNode event = Json.MAPPER.createObjectNode();
    ArrayNode records = event.putArray("Records");
    for (Message message : batch) {
      ObjectNode json = records.addObject();
      json.put("messageId", message.id())
          .put("receiptHandle", message.id())
          .put("body", message.body())
          .put("eventSource", "aws:sqs")
          .put("eventSourceARN", "arn:aws:sqs:us-east-1:000000000000:" + trigger.queue())
          .put("awsRegion", "us-east-1");
      ObjectNode attributes =
          json.putObject("attributes")
              .put("ApproximateReceiveCount", Integer.toString(message.receives() + 1));
      if (!message.incoming().group().isEmpty()) {
        attributes.put("MessageGroupId", message.incoming().group());
      }
      json.putObject("messageAttributes");
    }
    return Json.bytes(event);
  }
}
