package io.updraft.fleet.bench;

import io.updraft.fleet.http.Latencies;
import java.io.PrintStream;

/** Prints how long alerts take. */
final class AlertReport {
  private static final String ROW = "%-44s %8s %9s %8s %8s%n";

  private final PrintStream out;

  AlertReport(PrintStream out) {
    this.out = out;
  }

  void head() {
    out.printf(ROW, "", "alerts", "least ms", "p50 ms", "p99 ms");
  }

  void rows(String when, AlertTimes times) {
    row(when + ": accepted to NATS", times.all());
    row("  accepted to triggered_at", times.untilTriggered());
    row("  triggered_at to NATS", times.untilHeard());
  }

  /** What a reader of the figures has to know; the intervals are those of infra/local. */
  void explain() {
    out.printf(
        "%nIn each of the two parts a stream is read: every 50 ms while records come, every 500 ms"
            + " at rest.%nThe least is what is left where hardly any waiting was in it.%n");
  }

  private void row(String what, AlertTimes.Spread spread) {
    out.printf(
        ROW,
        what,
        spread.count(),
        Latencies.millis(spread.percentile(0)),
        Latencies.millis(spread.percentile(50)),
        Latencies.millis(spread.percentile(99)));
  }
}
