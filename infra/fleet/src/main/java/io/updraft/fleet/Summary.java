package io.updraft.fleet;

import io.updraft.fleet.campaign.CampaignRun;
import io.updraft.fleet.device.DeviceState;
import io.updraft.fleet.http.Traffic;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** What is said at the end. */
final class Summary {
  private static final int MOST_SURPRISES = 10;

  private final PrintStream out;

  Summary(PrintStream out) {
    this.out = out;
  }

  void print(Simulation simulation, Ending ending, Verdict verdict) {
    out.println();
    line("ended", describe(ending, simulation.elapsed()));
    line("devices", devices(simulation.fleet().states()));
    line("versions", versions(simulation.fleet().versions()));
    simulation.rollout().ifPresent(rollout -> print(rollout.campaign()));
    print(simulation.traffic());
    line("result", verdict.isGood() ? "as expected" : "NOT as expected");
    verdict.surprises().stream().limit(MOST_SURPRISES).forEach(s -> line("", s));
    int more = verdict.surprises().size() - MOST_SURPRISES;
    if (more > 0) {
      line("", "and %d more".formatted(more));
    }
  }

  private void print(CampaignRun campaign) {
    line("campaign", campaign.id());
    campaign.latest().ifPresent(figures -> line("", figures.toString()));
    String sums =
        campaign.wrongReads() == 0
            ? "the counters added up at each of %d reads".formatted(campaign.reads())
            : "the counters did NOT add up at %d of %d reads"
                .formatted(campaign.wrongReads(), campaign.reads());
    line("", sums);
  }

  private void print(Traffic traffic) {
    Traffic.Figures figures = traffic.figures();
    line("requests", "%d, %d retries".formatted(figures.requests(), figures.retries()));
    line(
        "errors",
        "%d unreachable, %d unavailable, %d refused"
            .formatted(figures.unreachable(), figures.unavailable(), figures.refused()));
    line("polls", "%d, %s".formatted(traffic.polls().count(), traffic.polls()));
    line("reports", "%d, %s".formatted(traffic.reports().count(), traffic.reports()));
    line("downloads", "%d bytes, %d resumed".formatted(figures.bytes(), figures.resumed()));
  }

  private void line(String label, String text) {
    out.printf("%-10s %s%n", label, text);
  }

  private static String devices(Map<DeviceState, Integer> states) {
    return states.entrySet().stream()
        .map(entry -> entry.getValue() + " " + entry.getKey().wireName())
        .collect(Collectors.joining(", "));
  }

  private static String versions(Map<String, Integer> versions) {
    return versions.entrySet().stream()
        .map(entry -> entry.getValue() + " run " + entry.getKey())
        .collect(Collectors.joining(", "));
  }

  private static String describe(Ending ending, Duration elapsed) {
    String why =
        switch (ending) {
          case DONE -> "done";
          case TIME_IS_UP -> "time is up";
          case INTERRUPTED -> "interrupted";
        };
    return "%s, after %.1f s".formatted(why, elapsed.toMillis() / 1e3);
  }
}
