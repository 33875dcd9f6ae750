package io.updraft.fleet.bench;

import io.updraft.fleet.http.Latencies;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Hands out the numbers of the units of work, and counts what became of them. */
final class Tally {
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();
  private final Latencies latencies = new Latencies();

  int next() {
    return next.getAndIncrement();
  }

  void done(Duration took) {
    int _ = done.incrementAndGet();
    latencies.add(took);
  }

  void failed() {
    int _ = failures.incrementAndGet();
  }

  Load.Result result(Duration took) {
    return new Load.Result(done.get(), failures.get(), took, latencies);
  }
}
