package io.updraft.telemetry.query;

import io.updraft.http.Filters;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import io.updraft.http.Problem;
import io.updraft.telemetry.aggregate.Aggregation;
import io.updraft.telemetry.json.PointWriter;
import io.updraft.telemetry.query.FindPoints.Found;
import io.updraft.telemetry.reading.Parameters;
import io.updraft.telemetry.reading.Parameters.Range;
import io.updraft.telemetry.reading.Parameters.TimeRange;
import io.updraft.telemetry.reading.Question;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code GET /api/v1/telemetry/devices/{device_id}/metrics/{name}/range}: a series until now. */
final class RangeHandler implements Operation {
  private final FindPoints findPoints;
  private final AggregatePoints aggregatePoints;
  private final ChooseInterval chooseInterval;
  private final Clock clock;

  RangeHandler(
      FindPoints findPoints,
      AggregatePoints aggregatePoints,
      ChooseInterval chooseInterval,
      Clock clock) {
    this.findPoints = findPoints;
    this.aggregatePoints = aggregatePoints;
    this.chooseInterval = chooseInterval;
    this.clock = clock;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    String deviceId = DevicePath.deviceId(request);
    String metric = DevicePath.metric(request);
    Filters filters = request.filters();
    TimeRange range =
        filters
            .parsed("time_range", 3, TimeRange::named, "must be one of 1h, 6h, 24h, 7d, 30d, 90d")
            .orElse(TimeRange.DAY);
    Optional<Aggregation> aggregation = filters.choice("aggregation", Aggregation.class);
    Optional<Long> given = Parameters.interval(filters);
    Question question =
        question(request.caller().organization(), deviceId, metric, range.until(clock.instant()));
    if (aggregation.isEmpty()) {
      filters.throwIfInvalid();
      return whole(question);
    }
    long interval = chooseInterval.choose(question, given, filters::reject);
    filters.throwIfInvalid();
    return Aggregates.answer(
        aggregatePoints.aggregate(
            question, aggregation.get(), Aggregates.nanos(interval), false, QueryHandler.MOST),
        aggregation.get(),
        interval);
  }

  /**
   * The range moves with the time, so that there is no cursor; a query with fixed times has one.
   */
  private HttpResponse whole(Question question) {
    PointWriter writer = new PointWriter();
    Found found = findPoints.find(question, null, QueryHandler.MOST, writer);
    if (found.next() != null) {
      throw Problem.tooLarge(
              "Ask for a shorter time_range or an aggregation, or page through POST /query.")
          .exception();
    }
    return QueryHandler.answer(writer, found, null);
  }

  private static Question question(
      String organization, String deviceId, String metric, Range range) {
    return new Question(
        organization, List.of(metric), List.of(deviceId), range.from(), range.to(), Map.of());
  }
}
