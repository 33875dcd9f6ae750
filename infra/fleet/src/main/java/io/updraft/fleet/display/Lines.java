package io.updraft.fleet.display;

import java.io.PrintStream;

/** One line a snapshot. */
final class Lines implements Paced.Form {
  private final PrintStream out;

  Lines(PrintStream out) {
    this.out = out;
  }

  @Override
  public void show(Snapshot snapshot, Snapshot before) {
    out.printf(
        "%s  devices: %s | %s%d requests/s, %.1f MiB | %s%n",
        snapshot.time(),
        snapshot.states(),
        snapshot.campaign().map(figures -> "campaign " + figures + " | ").orElse(""),
        snapshot.rateSince(before),
        snapshot.megabytes(),
        snapshot.errors());
  }
}
