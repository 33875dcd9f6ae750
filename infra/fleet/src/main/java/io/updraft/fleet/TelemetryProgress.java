package io.updraft.fleet;

import io.updraft.fleet.http.Traffic;
import io.updraft.fleet.telemetry.Counts;
import java.io.PrintStream;
import java.time.Duration;

/**
 * Shows how the sending goes: a line that is drawn anew on a terminal, one now and then in logs.
 */
final class TelemetryProgress {
  private static final String TO_LINE_START = "\r";
  private static final String CLEAR_TO_LINE_END = "\033[K";

  private final PrintStream out;
  private final boolean terminal;
  private final Duration pace;
  private Duration shownAt = Duration.ZERO;
  private long pointsThen;

  TelemetryProgress(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
    this.pace = terminal ? Duration.ofMillis(500) : Duration.ofSeconds(5);
  }

  /** To be called several times a second. */
  void show(TelemetryRun run) {
    Duration now = run.elapsed();
    Duration passed = now.minus(shownAt);
    if (passed.compareTo(pace) >= 0) {
      print(line(run, now, passed));
      shownAt = now;
      pointsThen = run.fleet().figures().points();
    }
  }

  /** What follows begins on a line of its own. */
  void end() {
    if (terminal) {
      out.println();
    }
  }

  private void print(String line) {
    if (terminal) {
      out.print(TO_LINE_START + line + CLEAR_TO_LINE_END);
      out.flush();
    } else {
      out.println(line);
    }
  }

  private String line(TelemetryRun run, Duration now, Duration passed) {
    Counts.Figures figures = run.fleet().figures();
    Traffic.Figures traffic = run.access().traffic().figures();
    return "%d:%02d  %d of %d send | %d points, %d/s, %d refused | %d unreachable, %d unavailable"
        .formatted(
            now.toMinutes(),
            now.toSecondsPart(),
            run.fleet().sending(),
            run.fleet().size(),
            figures.points(),
            (figures.points() - pointsThen) * 1_000 / passed.toMillis(),
            figures.refused(),
            traffic.unreachable(),
            traffic.unavailable());
  }
}
