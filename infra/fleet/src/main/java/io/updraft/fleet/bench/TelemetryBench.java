package io.updraft.fleet.bench;

import java.io.IOException;

/** Batches of data points, packed and each of another device than the one before. */
final class TelemetryBench {
  private static final int SMALL = 100;
  private static final int LARGE = 1_000;

  private final BenchOptions options;
  private final Target target;
  private final TelemetryReport report;

  TelemetryBench(BenchOptions options, Target target, TelemetryReport report) {
    this.options = options;
    this.target = target;
    this.report = report;
  }

  /** What runs behind the answers, as the publishing of events, is waited for and counted. */
  void run() throws IOException, InterruptedException {
    BenchFleet fleet = BenchFleet.enrol(target, "bench-measuring", options.devices);
    DatabaseBench database = new DatabaseBench(options, target);
    report.head();
    for (int points : new int[] {SMALL, LARGE}) {
      report.batches(measured(fleet, points), points);
      report.database(database.puts(points));
    }
  }

  private Measurement measured(BenchFleet fleet, int points)
      throws IOException, InterruptedException {
    ProcessCosts costs = target.costs();
    Load load = new Load(target.url(), options.connections);
    Load.Work work = work(fleet, BenchBatches.ofTenMetrics(points));
    Load.Result _ = load.during(options.warmUp, work);
    Rest.await(costs);
    double before = costs.cpuSeconds();
    Load.Result result = load.during(options.time, work);
    Rest.await(costs);
    String what = "%,d points".formatted(points);
    return Measurement.of(what, result, costs.cpuSeconds() - before);
  }

  private static Load.Work work(BenchFleet fleet, BenchBatches batches) {
    BatchPost post = new BatchPost(fleet);
    return (wire, number) -> post.send(wire, number, batches.body(number / fleet.size()));
  }
}
