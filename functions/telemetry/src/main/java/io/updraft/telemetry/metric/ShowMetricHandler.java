package io.updraft.telemetry.metric;

import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;

/** {@code GET /api/v1/telemetry/metrics/{name}}. */
final class ShowMetricHandler implements Operation {
  private final ShowMetric showMetric;

  ShowMetricHandler(ShowMetric showMetric) {
    this.showMetric = showMetric;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    return HttpResponse.ok(MetricView.of(MetricPath.existing(request, showMetric)));
  }
}
