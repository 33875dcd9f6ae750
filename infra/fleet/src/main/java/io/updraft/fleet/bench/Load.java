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
   * @param failures attempts that failed, and were made again
   * @param latencies of a unit each
   */
  record Result(int units, int failures, Duration took, Latencies latencies) {}

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
    Tally tally = new Tally();
    long start = System.nanoTime();
    try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        running.add(
            threads.submit(
                () -> {
                  work(more, work, tally);
                  return null;
                }));
      }
      await(running);
    }
    return tally.result(Duration.ofNanos(System.nanoTime() - start));
  }

  private void work(IntPredicate more, Work work, Tally tally) throws IOException {
    Connection connection = new Connection(server);
    try (connection) {
      for (int number = tally.next(); more.test(number); number = tally.next()) {
        connection.work(work, number, tally);
      }
    }
  }

  private static void await(List<Future<?>> running) throws InterruptedException, IOException {
    for (Future<?> each : running) {
      try {
        each.get();
      } catch (ExecutionException e) {
        throw new IOException("the load failed: " + e.getMessage(), e);
      }
    }
  }
}
