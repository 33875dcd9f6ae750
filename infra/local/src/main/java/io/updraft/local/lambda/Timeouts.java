package io.updraft.local.lambda;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs things when time is up, in one thread for all. */
final class Timeouts implements AutoCloseable {
  private final ScheduledThreadPoolExecutor executor =
      new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("timeouts").factory());

  Timeouts() {
    executor.setRemoveOnCancelPolicy(true);
  }

  ScheduledFuture<?> after(Duration time, Runnable action) {
    return executor.schedule(action, time.toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
