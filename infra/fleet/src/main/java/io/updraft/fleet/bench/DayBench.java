package io.updraft.fleet.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.fleet.http.Json;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A day of one metric at 1 Hz, asked for in intervals of five minutes. */
final class DayBench {
  private static final int SECONDS = 86_400;
  private static final int INTERVAL = 300;
  private static final int REPEATS = 9;
  private static final int OK = 200;
  private static final Duration PACE = Duration.ofSeconds(5);

  private final BenchOptions options;
  private final Target target;
  private final TelemetryReport report;

  DayBench(BenchOptions options, Target target, TelemetryReport report) {
    this.options = options;
    this.target = target;
    this.report = report;
  }

  /** Asks before the points are merged, and afterwards if that comes about in time. */
  void run() throws IOException, InterruptedException {
    Instant end = Instant.ofEpochSecond(Instant.now().getEpochSecond() / INTERVAL * INTERVAL);
    Instant start = end.minusSeconds(SECONDS);
    BenchFleet fleet = BenchFleet.enrol(target, "bench-day-" + end.getEpochSecond(), 1);
    send(fleet, BenchBatches.ofTemperature(start, SECONDS));
    report.day("before merging", asked(fleet, start, end));
    long began = System.nanoTime();
    if (options.mergeWait > 0) {
      boolean merged = awaitMerged(fleet.id(0), began);
      Duration waited = Duration.ofNanos(System.nanoTime() - began);
      if (merged) {
        report.day("merged, after %d s".formatted(waited.toSeconds()), asked(fleet, start, end));
      } else {
        report.notMerged(waited);
      }
    }
  }

  private void send(BenchFleet fleet, BenchBatches batches)
      throws IOException, InterruptedException {
    BatchPost post = new BatchPost(fleet);
    Load.Result _ =
        new Load(target.url(), options.connections)
            .times(batches.size(), (wire, number) -> post.send(wire, 0, batches.body(number)));
  }

  private List<Duration> asked(BenchFleet fleet, Instant start, Instant end)
      throws IOException, InterruptedException {
    String question = Json.of(question(fleet.id(0), start, end)).toString();
    String operator = fleet.admin().header();
    List<Duration> took = new ArrayList<>();
    try (Wire wire = new Wire(target.url())) {
      for (int i = 0; i < REPEATS; i++) {
        long before = System.nanoTime();
        check(wire.send("POST", "/api/v1/telemetry/query", operator, question));
        took.add(Duration.ofNanos(System.nanoTime() - before));
      }
    }
    return took;
  }

  private static Map<String, Object> question(String device, Instant start, Instant end) {
    return Map.of(
        "metrics", List.of("temperature"),
        "devices", List.of(device),
        "start_time", start.toString(),
        "end_time", end.toString(),
        "aggregation", "avg",
        "interval", INTERVAL);
  }

  /** Every second must be in one of the intervals. */
  private static void check(Wire.Reply reply) throws IOException {
    long points = 0;
    JsonNode intervals = Json.lenient(reply.body()).path("data_points");
    for (JsonNode interval : intervals) {
      points += interval.path("count").asLong();
    }
    if (reply.status() != OK || points != SECONDS || intervals.size() != SECONDS / INTERVAL) {
      throw new IOException(
          "%d, %d points in %d intervals".formatted(reply.status(), points, intervals.size()));
    }
  }

  private boolean awaitMerged(String device, long began) throws IOException, InterruptedException {
    long end = began + Duration.ofSeconds(options.mergeWait).toNanos();
    while (System.nanoTime() < end) {
      Thread.sleep(PACE);
      if (isMerged(device)) {
        return true;
      }
    }
    return false;
  }

  /** No answer tells it, since it makes no difference to any: only the database knows. */
  private boolean isMerged(String device) throws IOException {
    try (Wire wire = new Wire(target.database())) {
      Database database = new Database(wire);
      var key = Map.of("pk", Map.of("S", "default-org#" + device), "sk", Map.of("S", "state"));
      return database
          .call("GetItem", Map.of("TableName", database.table("Series"), "Key", key))
          .path("Item")
          .has("merged_to");
    }
  }
}
