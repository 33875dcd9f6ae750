package io.updraft.telemetry.metric;

import io.updraft.http.Filters;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.ListResponse;
import io.updraft.http.Operation;
import io.updraft.http.Page;
import io.updraft.http.Selection.Selected;
import io.updraft.http.Selection.Start;
import io.updraft.telemetry.domain.DataType;
import io.updraft.telemetry.domain.MetricDefinition;
import io.updraft.telemetry.domain.MetricType;
import io.updraft.telemetry.domain.PointLimits;

/** {@code GET /api/v1/telemetry/metrics}. */
final class ListMetricsHandler implements Operation {
  private final ListMetrics listMetrics;

  ListMetricsHandler(ListMetrics listMetrics) {
    this.listMetrics = listMetrics;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    Filters filters = request.filters();
    Page page = filters.page();
    Filter filter = filter(filters);
    String organization = request.caller().organization();
    String scope = "%s metrics %s".formatted(organization, filters.applied());
    Start start = Start.of(page, scope, name -> PointLimits.metric(name).isPresent());
    Selected<MetricDefinition> listed = listMetrics.list(organization, filter, start, page.limit());
    return ListResponse.list(
        "metrics",
        listed.items().stream().map(MetricView::of).toList(),
        page,
        listed.cursor(scope),
        filters.applied());
  }

  private static Filter filter(Filters filters) {
    Filter filter =
        new Filter(
            filters.choice("data_type", DataType.class).orElse(null),
            filters.choice("metric_type", MetricType.class).orElse(null));
    filters.throwIfInvalid();
    return filter;
  }
}
