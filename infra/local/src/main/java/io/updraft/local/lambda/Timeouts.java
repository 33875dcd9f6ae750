package io.updraft.local.lambda;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Runs things when time is up, at most a quarter of a second late. One thread looks four times a
 * second; an exact timer would wake it at every invocation.
 */
final class Timeouts implements AutoCloseable {
  private static final Duration PRECISION = Duration.ofMillis(250);

  private final Set<Alarm> alarms = ConcurrentHashMap.newKeySet();
  private final Thread thread =
      Thread.ofPlatform().daemon().name("timeouts").start(this::ringUntilInterrupted);

  /** Something to do at a time, unless it is cancelled before. */
  final class Alarm {
    private final long atNanos;
    private final Runnable action;

    private Alarm(long atNanos, Runnable action) {
      this.atNanos = atNanos;
      this.action = action;
    }

    void cancel() {
      alarms.remove(this);
    }

    private boolean ringIfDue(long nowNanos) {
      boolean due = nowNanos - atNanos >= 0;
      if (due) {
        action.run();
      }
      return due;
    }
  }

  Alarm after(Duration time, Runnable action) {
    Alarm alarm = new Alarm(System.nanoTime() + time.toNanos(), action);
    alarms.add(alarm);
    return alarm;
  }

  private void ringUntilInterrupted() {
    try {
      while (true) {
        Thread.sleep(PRECISION);
        long now = System.nanoTime();
        alarms.removeIf(alarm -> alarm.ringIfDue(now));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
