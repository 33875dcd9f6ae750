package io.updraft.campaign.advance;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Runs workers one call of a port at a time, in an order that the test decides, so that a run can
 * be repeated from its seed.
 */
final class Interleaving {
  private static final ThreadLocal<@Nullable Worker> CURRENT = new ThreadLocal<>();

  /** What kills a worker at a call. */
  static final class Crash extends RuntimeException {}

  /** Work under way, which stands before its next call. */
  static final class Worker {
    private final Semaphore go = new Semaphore(0);
    private final Semaphore arrived = new Semaphore(0);
    private volatile boolean crash;
    private volatile boolean done;
    private volatile @Nullable Throwable failure;
  }

  private final List<Worker> live = new ArrayList<>();

  /** To be called before each call of a port. */
  void turn() {
    Worker worker = CURRENT.get();
    if (worker != null) {
      worker.arrived.release();
      worker.go.acquireUninterruptibly();
      if (worker.crash) {
        throw new Crash();
      }
    }
  }

  void start(Runnable work) {
    Worker worker = new Worker();
    live.add(worker);
    Thread.ofVirtual().start(() -> run(worker, work));
    worker.arrived.acquireUninterruptibly();
    endIfDone(worker);
  }

  private static void run(Worker worker, Runnable work) {
    CURRENT.set(worker);
    try {
      work.run();
    } catch (Crash expected) {
      // Its traces are what the test is about.
    } catch (RuntimeException | Error failure) {
      worker.failure = failure;
    } finally {
      worker.done = true;
      worker.arrived.release();
    }
  }

  List<Worker> live() {
    return List.copyOf(live);
  }

  /** Lets the worker make one call, or die before it. */
  void step(Worker worker, boolean crash) {
    worker.crash = crash;
    worker.go.release();
    worker.arrived.acquireUninterruptibly();
    endIfDone(worker);
  }

  private void endIfDone(Worker worker) {
    if (worker.done) {
      live.remove(worker);
      if (worker.failure != null) {
        throw new AssertionError("a worker failed", worker.failure);
      }
    }
  }
}
