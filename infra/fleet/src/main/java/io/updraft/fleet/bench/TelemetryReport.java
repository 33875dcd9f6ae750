package io.updraft.fleet.bench;

import io.updraft.fleet.http.Latencies;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/** Prints what data points cost, as it becomes known. */
final class TelemetryReport {
  private static final String ROW = "%-18s %8s %7s %8s %10s %8s %8s %15s %9s%n";

  private final PrintStream out;
  private final Measurement unit;

  /**
   * A report.
   *
   * @param unit the bare server that all is compared with
   */
  TelemetryReport(PrintStream out, Measurement unit) {
    this.out = out;
    this.unit = unit;
  }

  void head() {
    out.printf(
        ROW,
        "",
        "requests",
        "failed",
        "per s",
        "points/s",
        "p50 ms",
        "p99 ms",
        "CPU s per 1,000",
        "bare = 1");
    row(unit, "");
  }

  /** Batches of so many points. */
  void batches(Measurement measured, int points) {
    row(measured, "%,.0f".formatted(measured.perSecond() * points));
  }

  /** The database server alone. */
  void database(Measurement measured) {
    row(measured, "");
  }

  private void row(Measurement measured, String points) {
    out.printf(
        ROW,
        measured.what(),
        measured.units(),
        measured.failures(),
        "%.0f".formatted(measured.perSecond()),
        points,
        Latencies.millis(measured.latencies().percentile(50)),
        Latencies.millis(measured.latencies().percentile(99)),
        "%.3f".formatted(measured.cpuSecondsPerThousand()),
        "%.1f".formatted(measured.cpuSecondsPerThousand() / unit.cpuSecondsPerThousand()));
  }

  /**
   * How long a day of 86,400 points took to be aggregated.
   *
   * @param took each time, in the order in which it was asked for
   */
  void day(String when, List<Duration> took) {
    out.printf(
        "%nA day at 1 Hz to 5 minutes, %s: at first %s ms, median of %d %s ms%n",
        when,
        Latencies.millis(took.getFirst()),
        took.size(),
        Latencies.millis(took.stream().sorted().toList().get(took.size() / 2)));
  }

  void notMerged(Duration waited) {
    out.printf("It was not merged within %d s.%n", waited.toSeconds());
  }
}
