package io.updraft.telemetry.metric;

import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import java.time.Clock;

/**
 * {@code PUT /api/v1/telemetry/metrics/{name}}: all that may change, of a metric that is defined.
 */
final class ReplaceMetricHandler implements Operation {
  private final ReplaceMetric replaceMetric;
  private final ShowMetric showMetric;
  private final Clock clock;

  ReplaceMetricHandler(ReplaceMetric replaceMetric, ShowMetric showMetric, Clock clock) {
    this.replaceMetric = replaceMetric;
    this.showMetric = showMetric;
    this.clock = clock;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    String name = MetricPath.name(request);
    Terms terms = MetricForm.over(MetricPath.existing(request, showMetric), request);
    return switch (replaceMetric.replace(name, terms, Author.of(request, clock))) {
      case ReplaceOutcome.Replaced(var metric) -> HttpResponse.ok(MetricView.of(metric));
      case ReplaceOutcome.NotFound() -> throw MetricPath.notFound(name);
      case ReplaceOutcome.Contended() -> throw MetricPath.contended();
    };
  }
}
