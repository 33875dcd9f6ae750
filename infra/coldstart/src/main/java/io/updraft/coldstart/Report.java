package io.updraft.coldstart;

import java.io.PrintStream;
import java.util.List;

/** Prints the medians as a table, each beside the handler with one call. */
final class Report {
  private static final String ROW = "%-18s %6s %6s %5s %7s %8s %8s %10s %13s %14s  %s%n";

  private final PrintStream out;

  Report(PrintStream out) {
    this.out = out;
  }

  /** Of so many starts each; the first is what the others are compared with. */
  void show(int runs, List<Medians> all) {
    head(runs);
    all.forEach(medians -> row(medians, (double) medians.cpuMillis() / all.getFirst().cpuMillis()));
  }

  private void head(int runs) {
    out.printf("Medians of %d starts, in ms%n", runs);
    out.printf(
        ROW,
        "",
        "CPU",
        "wall",
        "MB",
        "to one",
        "classes",
        "loading",
        "compiling",
        "restored CPU",
        "restored wall",
        "answer");
  }

  private void row(Medians medians, double ratio) {
    out.printf(
        ROW,
        medians.name(),
        medians.cpuMillis(),
        medians.wallMillis(),
        medians.megabytes(),
        "%.2f".formatted(ratio),
        medians.shares().classes(),
        medians.shares().loadingMillis(),
        medians.shares().compilingMillis(),
        medians.restored().cpuMillis(),
        medians.restored().wallMillis(),
        medians.answer());
  }
}
