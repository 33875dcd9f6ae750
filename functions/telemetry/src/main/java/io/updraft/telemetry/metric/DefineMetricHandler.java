package io.updraft.telemetry.metric;

import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import io.updraft.http.Problem;
import io.updraft.telemetry.domain.DataType;
import java.time.Clock;
import java.util.Locale;

/**
 * {@code POST /api/v1/telemetry/metrics}: 201 with a new definition, 200 with one that is the same.
 */
final class DefineMetricHandler implements Operation {
  private final DefineMetric defineMetric;
  private final Clock clock;

  DefineMetricHandler(DefineMetric defineMetric, Clock clock) {
    this.defineMetric = defineMetric;
    this.clock = clock;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    MetricForm.Wanted wanted = MetricForm.read(request);
    Author by = Author.of(request, clock);
    return switch (defineMetric.define(wanted.name(), wanted.terms(), by)) {
      case DefineOutcome.Defined(var metric) -> HttpResponse.created(MetricView.of(metric));
      case DefineOutcome.Existed(var metric) -> HttpResponse.ok(MetricView.of(metric));
      case DefineOutcome.Taken() -> throw taken(wanted.name());
      case DefineOutcome.OtherType(var type) -> throw otherType(wanted.name(), type);
      case DefineOutcome.Contended() -> throw MetricPath.contended();
    };
  }

  private static RuntimeException taken(String name) {
    return Problem.conflict(
            "The metric %s is defined otherwise; change it by PUT, or use another name."
                .formatted(name))
        .exception();
  }

  private static RuntimeException otherType(String name, DataType type) {
    return Problem.conflict(
            "The metric %s was %s before it was deleted; define it so, or use another name."
                .formatted(name, type.name().toLowerCase(Locale.ROOT)))
        .exception();
  }
}
