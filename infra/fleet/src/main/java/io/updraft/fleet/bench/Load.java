package io.updraft.fleet.bench;

import io.updraft.fleet.http.Latencies;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;

/** Some connections, each busy with one request after another. */
final class Load {
  private final URI server;
  private final int connections;

  Load(URI server, int connections) {
    this.server = server;
    this.connections = connections;
  }

  /** What one connection does with one number. */
  interface Work {
    void on(Wire wire, int number) throws IOException;
  }

  /**
   * What came of it.
   *
   * @param units of work that were done
   * @param latencies of a unit each
   */
  record Result(int units, Duration took, Latencies latencies) {}

  /** Does the work for the time given, with numbers that count up without end. */
  Result during(Duration time, Work work) throws InterruptedException, IOException {
    long end = System.nanoTime() + time.toNanos();
    return run(_ -> System.nanoTime() < end, work);
  }

  /** Does the work once for each number from 0 on. */
  Result times(int count, Work work) throws InterruptedException, IOException {
    return run(number -> number < count, work);
  }

  private Result run(IntPredicate more, Work work) throws InterruptedException, IOException {
    AtomicInteger next = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    Latencies latencies = new Latencies();
    long start = System.nanoTime();
    try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        running.add(
            threads.submit(
                () -> {
                  work(more, work, next, done, latencies);
                  return null;
                }));
      }
      await(running);
    }
    return new Result(done.get(), Duration.ofNanos(System.nanoTime() - start), latencies);
  }

  private void work(
      IntPredicate more, Work work, AtomicInteger next, AtomicInteger done, Latencies latencies)
      throws IOException {
    try (Wire wire = new Wire(server)) {
      for (int number = next.getAndIncrement();
          more.test(number);
          number = next.getAndIncrement()) {
        long start = System.nanoTime();
        work.on(wire, number);
        latencies.add(Duration.ofNanos(System.nanoTime() - start));
        done.incrementAndGet();
      }
    }
  }

  private static void await(List<Future<?>> running) throws InterruptedException, IOException {
    for (Future<?> each : running) {
      try {
        each.get();
      } catch (ExecutionException e) {
        throw new IOException("the load failed: " + e.getCause(), e);
      }
    }
  }
}
