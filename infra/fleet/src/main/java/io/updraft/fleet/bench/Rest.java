package io.updraft.fleet.bench;

import java.time.Duration;

/** Waits until what runs behind the answers, as the publishing of events, has come to rest. */
final class Rest {
  private static final double QUIET_CPU_SECONDS = 0.1;
  private static final Duration WINDOW = Duration.ofSeconds(1);
  private static final int MOST_WINDOWS = 120;

  private Rest() {}

  /** Returns after a second in which hardly any CPU was used, or after two minutes. */
  static void await(ProcessCosts costs) throws InterruptedException {
    double before = costs.cpuSeconds();
    for (int i = 0; i < MOST_WINDOWS; i++) {
      Thread.sleep(WINDOW);
      double now = costs.cpuSeconds();
      if (now - before < QUIET_CPU_SECONDS) {
        return;
      }
      before = now;
    }
  }
}
