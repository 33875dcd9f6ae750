package io.updraft.telemetry.metric;

import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import java.time.Clock;

/**
 * {@code DELETE /api/v1/telemetry/metrics/{name}}: 204, also where it was deleted before; the
 * metric takes no new data.
 */
final class DeleteMetricHandler implements Operation {
  private final DeleteMetric deleteMetric;
  private final Clock clock;

  DeleteMetricHandler(DeleteMetric deleteMetric, Clock clock) {
    this.deleteMetric = deleteMetric;
    this.clock = clock;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    String name = MetricPath.name(request);
    return switch (deleteMetric.delete(name, Author.of(request, clock))) {
      case DELETED -> HttpResponse.noContent();
      case NOT_FOUND -> throw MetricPath.notFound(name);
      case CONTENDED -> throw MetricPath.contended();
    };
  }
}
