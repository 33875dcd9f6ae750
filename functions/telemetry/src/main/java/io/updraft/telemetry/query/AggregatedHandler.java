package io.updraft.telemetry.query;

import io.updraft.device.published.DeviceIds;
import io.updraft.http.Filters;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import io.updraft.telemetry.aggregate.Aggregation;
import io.updraft.telemetry.reading.Parameters;
import io.updraft.telemetry.reading.Question;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code GET /api/v1/telemetry/aggregated}: one metric of one device, or of all as one. */
final class AggregatedHandler implements Operation {
  private final AggregatePoints aggregatePoints;
  private final ChooseInterval chooseInterval;

  AggregatedHandler(AggregatePoints aggregatePoints, ChooseInterval chooseInterval) {
    this.aggregatePoints = aggregatePoints;
    this.chooseInterval = chooseInterval;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    Filters filters = request.filters();
    String metric = Parameters.metric(filters, "metric_name");
    Aggregation aggregation = Parameters.aggregation(filters, "aggregation_type", Aggregation.AVG);
    Optional<Long> given = Parameters.interval(filters);
    Parameters.Range range = Parameters.range(filters);
    Optional<String> device =
        filters.parsed(
            "device_id",
            128,
            id -> Optional.of(id).filter(DeviceIds::isId),
            "must be the id of a device");
    Question question =
        new Question(
            request.caller().organization(),
            List.of(metric),
            device.stream().toList(),
            range.from(),
            range.to(),
            Map.of());
    long interval = chooseInterval.choose(question, given, filters::reject);
    filters.throwIfInvalid();
    return Aggregates.answer(
        aggregatePoints.aggregate(
            question, aggregation, Aggregates.nanos(interval), device.isEmpty(), QueryHandler.MOST),
        aggregation,
        interval);
  }
}
