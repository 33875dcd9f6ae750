package io.updraft.telemetry.query;

import io.updraft.http.HttpResponse;
import io.updraft.http.Problem;
import io.updraft.telemetry.aggregate.Aggregation;
import io.updraft.telemetry.json.PointWriter;
import io.updraft.telemetry.query.AggregatePoints.OfSeries;
import io.updraft.telemetry.query.AggregatePoints.Outcome;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Aggregated points as an answer. */
final class Aggregates {
  private Aggregates() {}

  static long nanos(long seconds) {
    return Duration.ofSeconds(seconds).toNanos();
  }

  static HttpResponse answer(Outcome outcome, Aggregation aggregation, long interval) {
    return switch (outcome) {
      case Outcome.Aggregated aggregated -> written(aggregated, aggregation, interval);
      case Outcome.TimedOut() ->
          throw Problem.timeout(
                  "Narrow the range of time, or ask for fewer devices or metrics.",
                  Duration.ofSeconds(1))
              .exception();
      case Outcome.TooMany(int limit) ->
          throw Problem.tooLarge(
                  "Ask for a longer interval or a shorter range: more than %,d intervals."
                      .formatted(limit))
              .exception();
    };
  }

  private static HttpResponse written(
      Outcome.Aggregated aggregated, Aggregation aggregation, long interval) {
    PointWriter writer = new PointWriter();
    int count = 0;
    for (OfSeries series : aggregated.series()) {
      writer.series(series.device(), series.metric());
      series.buckets().forEach(b -> writer.aggregate(b.start(), b.value(), b.count(), b.error()));
      count += series.buckets().size();
    }
    Map<String, @Nullable Object> about = new LinkedHashMap<>();
    about.put("count", count);
    about.put("next_cursor", null);
    about.put("aggregation", aggregation.wireName());
    about.put("interval", interval);
    about.put("skipped_points", aggregated.skipped());
    about.put("damaged_blocks", aggregated.damagedBlocks());
    return new HttpResponse(200, Map.of("content-type", "application/json"), writer.end(about));
  }
}
