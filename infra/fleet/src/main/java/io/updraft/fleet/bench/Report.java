package io.updraft.fleet.bench;

import io.updraft.fleet.http.Latencies;
import java.io.PrintStream;

/** Prints the figures as a small table. */
final class Report {
  /** What the whole runtime may take when it is idle. */
  private static final double MOST_MEGABYTES = 400;

  private static final String ROW = "%-16s %8s %7s %7s %8s %8s %15s %9s%n";

  private final PrintStream out;

  Report(PrintStream out) {
    this.out = out;
  }

  void memory(double megabytes) {
    out.printf(
        "Idle memory of all processes (PSS): %.0f MB, at most %.0f are wanted: %s%n%n",
        megabytes, MOST_MEGABYTES, verdict(megabytes <= MOST_MEGABYTES));
  }

  void table(Measurement measured, Measurement unit, Reference hawkBit) {
    out.printf(
        ROW, "", "units", "failed", "per s", "p50 ms", "p99 ms", "CPU s per 1,000", "bare = 1");
    row(unit, unit);
    row(measured, unit);
    out.printf(ROW, "hawkBit", "", "", "", "", "", hawkBit.range(), "");
    out.printf(
        "%nShare of hawkBit's %.1f: %.0f %%; aim: at most %.2f CPU s per 1,000: %s%n",
        hawkBit.low(),
        100 * measured.cpuSecondsPerThousand() / hawkBit.low(),
        hawkBit.aim(),
        verdict(measured.cpuSecondsPerThousand() <= hawkBit.aim()));
  }

  private void row(Measurement measured, Measurement unit) {
    double ratio = measured.cpuSecondsPerThousand() / unit.cpuSecondsPerThousand();
    out.printf(
        ROW,
        measured.what(),
        measured.units(),
        measured.failures(),
        "%.0f".formatted(measured.perSecond()),
        Latencies.millis(measured.latencies().percentile(50)),
        Latencies.millis(measured.latencies().percentile(99)),
        "%.3f".formatted(measured.cpuSecondsPerThousand()),
        "%.1f".formatted(ratio));
  }

  private static String verdict(boolean reached) {
    return reached ? "reached" : "NOT reached";
  }
}
