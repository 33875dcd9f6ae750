package io.updraft.live.sqs;

import io.updraft.live.domain.Flushes;
import io.updraft.live.domain.LiveMessage;
import io.updraft.live.json.LiveJson;
import io.updraft.sqs.QueueMessage;
import io.updraft.sqs.SqsQueue;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Flushes as messages with a delay. A queue counts in whole seconds; who is given the message waits
 * for the rest.
 */
public final class SqsFlushes implements Flushes {
  private final SqsQueue queue;
  private final Clock clock;

  public SqsFlushes(SqsQueue queue, Clock clock) {
    this.queue = queue;
    this.clock = clock;
  }

  @Override
  public void put(LiveMessage.Flush flush) {
    Duration left = Duration.between(clock.instant(), flush.due());
    Duration delay = Duration.ofSeconds(Math.max(0, left.toSeconds()));
    queue.putAll(List.of(QueueMessage.later(LiveJson.flush(flush), delay)));
  }
}
