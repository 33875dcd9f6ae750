package io.updraft.local.queue;

import io.updraft.local.lambda.Backoff;
import io.updraft.local.lambda.DeadLetters;
import io.updraft.local.lambda.Functions;
import io.updraft.local.lambda.StopSignal;
import io.updraft.template.QueueTrigger;
import io.updraft.template.Template;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs functions with the messages of their queues, a few batches of each queue at a time, as
 * Lambda begins with; the batches of one group of a FIFO queue come one after the other.
 */
public final class QueueTriggers implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(QueueTriggers.class);
  static final Backoff AGAIN = new Backoff(Duration.ofSeconds(15), Duration.ofMinutes(15));

  /** Where a message may come again any number of times, it need not be spared attempts. */
  static final Backoff SOON = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(15));

  private static final int PATIENT = 100;
  private static final int AT_ONCE = 4;

  /** For what becomes visible by itself; what comes in is seen at once. */
  private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

  private final Queues queues;
  private final Functions functions;
  private final DeadLetters deadLetters;
  private final Clock clock;
  private final StopSignal stop = new StopSignal();
  private final List<Thread> threads = new ArrayList<>();

  /**
   * What fails comes again after 15 seconds, then 30, and so on. In the cloud it is 15 minutes each
   * time; sooner than here, a message would be a dead letter before a circuit breaker lets one call
   * through.
   */
  public QueueTriggers(Queues queues, Functions functions, DeadLetters deadLetters, Clock clock) {
    this.queues = queues;
    this.functions = functions;
    this.deadLetters = deadLetters;
    this.clock = clock;
  }

  /** Begins with what an earlier start left. */
  public void start(Template template) {
    template.functions().values().stream()
        .flatMap(function -> function.triggers(QueueTrigger.class).stream())
        .map(trigger -> runner(template, trigger))
        .flatMap(runner -> Stream.generate(() -> runner).limit(AT_ONCE))
        .forEach(runner -> threads.add(Thread.ofVirtual().name("queue").start(() -> run(runner))));
  }

  private MessageRunner runner(Template template, QueueTrigger trigger) {
    int mostReceives = template.queue(trigger.queue()).mostReceives();
    return new MessageRunner(
        trigger,
        mostReceives,
        queues.find(trigger.queue()).orElseThrow(),
        functions.get(trigger.function())::invoke,
        deadLetters,
        mostReceives < PATIENT ? AGAIN : SOON,
        clock);
  }

  private void run(MessageRunner runner) {
    try {
      while (!stop.isRequested()) {
        if (!round(runner)) {
          runner.messages().await(LOOK_AGAIN);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whatever it was, for example a full disk: what is not done is still there. */
  private static boolean round(MessageRunner runner) {
    try {
      return runner.round();
    } catch (RuntimeException e) {
      LOG.warn("the queue of {} can't go on, and tries again", runner.trigger().function(), e);
      return false;
    }
  }

  /** Takes no more messages; one that was being worked on comes again at the next start. */
  @Override
  public void close() {
    stop.stop(threads);
  }
}
