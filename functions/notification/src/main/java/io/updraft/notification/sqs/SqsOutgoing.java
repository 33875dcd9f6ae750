package io.updraft.notification.sqs;

import io.updraft.lambda.Environment;
import io.updraft.notification.domain.Outgoing;
import io.updraft.sqs.QueueMessage;
import io.updraft.sqs.SqsQueue;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The queue of notifications on SQS. */
public final class SqsOutgoing implements Outgoing {
  private final SqsQueue queue;

  private SqsOutgoing(SqsQueue queue) {
    this.queue = queue;
  }

  /** Empty where {@code NOTIFICATION_QUEUE_URL} is not set. */
  public static Optional<Outgoing> from(Environment environment) {
    return SqsQueue.find(environment, "NOTIFICATION_QUEUE_URL").map(SqsOutgoing::new);
  }

  @Override
  public Set<Integer> put(List<String> events) {
    return queue.put(events.stream().map(QueueMessage::of).toList());
  }
}
