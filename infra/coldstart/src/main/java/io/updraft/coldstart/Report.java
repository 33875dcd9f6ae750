package io.updraft.coldstart;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** Prints the medians as a table, each beside the handler with one call. */
final class Report {
  private static final String ROW = "%-24s %7s %7s %6s %7s %13s %12s  %s%n";

  private final PrintStream out;
  private @Nullable Medians unit;

  Report(PrintStream out) {
    this.out = out;
  }

  void head(int runs) {
    out.printf("Medians of %d starts, in ms%n", runs);
    out.printf(ROW, "", "CPU", "wall", "MB", "to one", "restored CPU", "restored wall", "answer");
  }

  /** What the others are compared with. */
  void unit(Medians medians) {
    unit = medians;
    row(medians);
  }

  void row(Medians medians) {
    out.printf(
        ROW,
        medians.name(),
        medians.cpuMillis(),
        medians.wallMillis(),
        medians.megabytes(),
        "%.2f".formatted(ratio(medians)),
        medians.restored().cpuMillis(),
        medians.restored().wallMillis(),
        medians.answer());
  }

  private double ratio(Medians medians) {
    return unit == null ? 1 : (double) medians.cpuMillis() / unit.cpuMillis();
  }
}
