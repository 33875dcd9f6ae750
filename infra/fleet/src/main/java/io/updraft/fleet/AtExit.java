package io.updraft.fleet;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * After Ctrl-C the process would be gone before the summary: this ends the run and waits for it.
 */
final class AtExit implements AutoCloseable {
  private static final int GRACE_SECONDS = 10;

  private final Runnable interrupt;
  private final CountDownLatch summarized = new CountDownLatch(1);

  private AtExit(Runnable interrupt) {
    this.interrupt = interrupt;
  }

  /** From now on an end of the process interrupts the run, until this is closed. */
  static AtExit interrupting(Runnable interrupt) {
    AtExit atExit = new AtExit(interrupt);
    Runtime.getRuntime().addShutdownHook(new Thread(atExit::endAndAwait));
    return atExit;
  }

  private void endAndAwait() {
    interrupt.run();
    try {
      var _ = summarized.await(GRACE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The summary is printed. */
  @Override
  public void close() {
    summarized.countDown();
  }
}
