package io.updraft.outbox.pull;

import io.updraft.outbox.domain.Arrival;
import java.time.Duration;

/**
 * Tells the broker at intervals that a message is still worked on, until this is closed. So a
 * message whose function has died comes again soon, however long a function that lives may take.
 */
final class Heartbeat implements AutoCloseable {
  /** Three to the time after which an unanswered message comes again. */
  private static final Duration INTERVAL = Duration.ofSeconds(5);

  private final Thread thread;

  private Heartbeat(Thread thread) {
    this.thread = thread;
  }

  static Heartbeat of(Arrival arrival) {
    return new Heartbeat(Thread.ofVirtual().name("heartbeat").start(() -> beat(arrival)));
  }

  private static void beat(Arrival arrival) {
    try {
      while (true) {
        arrival.stillWorking();
        Thread.sleep(INTERVAL);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for the end, so that no beat follows the answer to the message. */
  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
