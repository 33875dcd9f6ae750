package io.updraft.sqs;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A message for a queue.
 *
 * @param delay before which nobody is given it, in whole seconds; zero on a FIFO queue
 * @param place where it stands on a FIFO queue, null on any other
 */
public record QueueMessage(String body, Duration delay, @Nullable Place place) {
  /** What one may be, so that it also fits where a limit has not been raised to 1 MiB. */
  public static final int MOST_BYTES = 256 * 1024;

  /**
   * Its place on a FIFO queue.
   *
   * @param group the messages of which are given out in order
   * @param deduplicationId by which the queue takes a repeat within five minutes once
   */
  public record Place(String group, String deduplicationId) {}

  public static QueueMessage of(String body) {
    return new QueueMessage(body, Duration.ZERO, null);
  }

  public static QueueMessage later(String body, Duration delay) {
    return new QueueMessage(body, delay, null);
  }

  public static QueueMessage inOrder(String body, String group, String deduplicationId) {
    return new QueueMessage(body, Duration.ZERO, new Place(group, deduplicationId));
  }

  int bytes() {
    return body.getBytes(StandardCharsets.UTF_8).length;
  }
}
