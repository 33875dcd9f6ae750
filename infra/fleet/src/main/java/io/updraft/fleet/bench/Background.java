package io.updraft.fleet.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Other devices that send some batches a second, which break no rule. */
final class Background implements AutoCloseable {
  static final String WHAT = "5 batches/s";

  private static final Duration PACE = Duration.ofMillis(200);
  private static final int DEVICES = 50;
  private static final int POINTS = 100;

  private final ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor();

  private Background() {}

  static Background start(Target target) throws InterruptedException {
    BenchFleet fleet = BenchFleet.enrol(target, "bench-beside", DEVICES);
    BenchBatches batches = BenchBatches.ofTenMetrics(POINTS);
    Background background = new Background();
    var _ = background.thread.submit(() -> send(target, fleet, batches));
    return background;
  }

  /** Until it is interrupted. */
  private static Void send(Target target, BenchFleet fleet, BenchBatches batches)
      throws IOException, InterruptedException {
    BatchPost post = new BatchPost(fleet);
    try (Wire wire = new Wire(target.url())) {
      for (int number = 0; ; number++) {
        post.send(wire, number, batches.body(number / fleet.size()));
        Thread.sleep(PACE);
      }
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
    thread.close();
  }
}
