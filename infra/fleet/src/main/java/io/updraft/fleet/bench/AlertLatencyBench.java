package io.updraft.fleet.bench;

import io.updraft.fleet.http.Call;
import io.updraft.fleet.http.Gzip;
import io.updraft.fleet.http.Json;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * From the answer to a point that breaks a rule to its alert on NATS, one device after the other;
 * at rest, and beside others that send.
 */
final class AlertLatencyBench {
  private static final int WARM_UP = 20;
  private static final String RULES = "/api/v1/telemetry/alerts/rules";

  /** After a second without records, the readers of the streams look as seldom as they ever do. */
  private static final Duration UNTIL_REST = Duration.ofSeconds(1);

  /** Between two looks at rest: so that every moment between them is met. */
  private static final Duration CYCLE = Duration.ofMillis(500);

  private final BenchOptions options;
  private final Target target;
  private final AlertReport report;

  AlertLatencyBench(BenchOptions options, Target target, AlertReport report) {
    this.options = options;
    this.target = target;
    this.report = report;
  }

  void run() throws IOException, InterruptedException {
    BenchFleet fleet = BenchFleet.enrol(target, "bench-alerts", options.alerts);
    AlertTimes _ = times(fleet, "warm-up", Math.min(WARM_UP, fleet.size()), Duration.ZERO);
    Rest.await(target.costs());
    report.head();
    report.rows("at rest", times(fleet, "rest", fleet.size(), UNTIL_REST));
    try (Background _ = Background.start(target)) {
      report.rows("beside " + Background.WHAT, times(fleet, "load", fleet.size(), Duration.ZERO));
    }
    report.explain();
  }

  /** One rule for each time, since a device has one open alert of a rule. */
  private AlertTimes times(BenchFleet fleet, String name, int alerts, Duration pause)
      throws IOException, InterruptedException {
    String metric = "bench-%s-%d".formatted(name, System.currentTimeMillis());
    String rule = makeRule(fleet, metric);
    AlertTimes times = new AlertTimes();
    try (Wire wire = new Wire(target.url());
        AlertEar ear = new AlertEar(target.nats(), metric)) {
      for (int i = 0; i < alerts; i++) {
        Thread.sleep(pause.plusMillis(ThreadLocalRandom.current().nextLong(CYCLE.toMillis())));
        new BatchPost(fleet).send(wire, i, point(metric));
        Instant accepted = Instant.now();
        times.add(accepted, ear.await(fleet.id(i)));
      }
    }
    disable(fleet, rule);
    return times;
  }

  private static String makeRule(BenchFleet fleet, String metric) throws InterruptedException {
    Map<String, String> rule = Map.of("name", metric, "metric_name", metric, "condition", "> 80");
    return fleet
        .api()
        .send(Call.post(RULES, rule), fleet.admin())
        .require("make a rule")
        .text("rule_id");
  }

  private static void disable(BenchFleet fleet, String rule) throws InterruptedException {
    Call call = Call.put(RULES + "/" + rule + "/enable", Map.of("enabled", false));
    var _ = fleet.api().send(call, fleet.admin()).require("disable a rule");
  }

  private static byte[] point(String metric) {
    Map<String, Object> point =
        Map.of("timestamp", Instant.now().toString(), "metric_name", metric, "value", 93);
    return Gzip.pack(Json.of(Map.of("data_points", List.of(point))).toString());
  }
}
