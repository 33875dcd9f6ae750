package io.updraft.fleet;

import io.updraft.fleet.http.Latencies;
import io.updraft.fleet.http.Traffic;
import io.updraft.fleet.telemetry.Counts;
import io.updraft.fleet.telemetry.HeatAlerts;
import io.updraft.fleet.telemetry.Verification;
import java.io.PrintStream;
import java.util.List;

/** What is said of a run of measuring devices at the end. */
final class TelemetrySummary {
  private static final int MOST_SURPRISES = 10;
  private static final int MOST_NAMED = 20;

  private final PrintStream out;

  TelemetrySummary(PrintStream out) {
    this.out = out;
  }

  void print(TelemetryRun run, Ending ending, TelemetryVerdict verdict) {
    out.println();
    line("ended", "%s, after %.1f s".formatted(why(ending), run.sent().toMillis() / 1e3));
    line("devices", String.valueOf(run.fleet().size()));
    print(run.fleet().figures());
    print(run.access().traffic());
    line("verified", verified(ending, verdict.verified()));
    verdict.alerts().ifPresent(alerts -> line("alerts", alerts(alerts)));
    line("result", verdict.isGood() ? "as expected" : "NOT as expected");
    verdict.surprises().stream().limit(MOST_SURPRISES).forEach(s -> line("", s));
    int more = verdict.surprises().size() - MOST_SURPRISES;
    if (more > 0) {
      line("", "and %d more".formatted(more));
    }
  }

  private void print(Counts.Figures figures) {
    line("points", "%d sent, %d of them bad".formatted(figures.points(), figures.bad()));
    line("", "%d accepted, %d refused".formatted(figures.accepted(), figures.refused()));
    line("batches", "%d, %d sent again".formatted(figures.batches(), figures.repeats()));
  }

  private void print(Traffic traffic) {
    Traffic.Figures figures = traffic.figures();
    line("requests", "%d, %d retries".formatted(figures.requests(), figures.retries()));
    line(
        "errors",
        "%d unreachable, %d unavailable, %d refused"
            .formatted(figures.unreachable(), figures.unavailable(), figures.refused()));
    Latencies batches = traffic.batches();
    line("latency", "%d batches, %s".formatted(batches.count(), batches));
  }

  private static String verified(Ending ending, Verification.Result verified) {
    return ending == Ending.INTERRUPTED
        ? "nothing, after an interrupt"
        : "%d points of %d devices, %d differences"
            .formatted(verified.points(), verified.devices(), verified.differences().size());
  }

  private static String alerts(HeatAlerts.Result alerts) {
    List<String> devices = alerts.expected();
    String named = String.join(", ", devices.subList(0, Math.min(MOST_NAMED, devices.size())));
    return "%d expected%s, %d there, %d of them resolved; %s"
        .formatted(
            devices.size(),
            devices.isEmpty()
                ? ""
                : " (%s%s)".formatted(named, devices.size() > MOST_NAMED ? ", …" : ""),
            alerts.there(),
            alerts.resolved(),
            alerts.differences().isEmpty() ? "as expected" : "NOT as expected");
  }

  private void line(String label, String text) {
    out.printf("%-10s %s%n", label, text);
  }

  private static String why(Ending ending) {
    return switch (ending) {
      case DONE -> "done";
      case TIME_IS_UP -> "time is up";
      case INTERRUPTED -> "interrupted";
    };
  }
}
