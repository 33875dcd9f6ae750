package io.updraft.fleet.device;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;

/** Lets one after the other begin, so many each second. Ends early by an interrupt. */
public final class Ramp implements Runnable {
  private final List<? extends Runnable> members;
  private final Duration gap;
  private final Executor threads;

  public Ramp(List<? extends Runnable> members, double perSecond, Executor threads) {
    this.members = members;
    this.gap = Duration.ofNanos((long) (1e9 / perSecond));
    this.threads = threads;
  }

  @Override
  public void run() {
    long next = System.nanoTime();
    try {
      for (Runnable member : members) {
        Thread.sleep(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
        threads.execute(member);
        next += gap.toNanos();
      }
    } catch (InterruptedException endOfTheRun) {
      Thread.currentThread().interrupt();
    }
  }
}
