package io.updraft.telemetry.metric;

import io.updraft.http.Cursor;
import io.updraft.http.Filters;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.ListResponse;
import io.updraft.http.Operation;
import io.updraft.http.Page;
import io.updraft.http.Problem;
import io.updraft.telemetry.domain.DataType;
import io.updraft.telemetry.domain.MetricType;
import io.updraft.telemetry.domain.PointLimits;
import io.updraft.telemetry.metric.ListMetrics.Listed;
import io.updraft.telemetry.metric.ListMetrics.Start;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/telemetry/metrics}. */
final class ListMetricsHandler implements Operation {
  /** The largest offset that a page can ask for. */
  private static final int MOST_SKIPPED = 10_000;

  private static final Pattern SKIP = Pattern.compile("[0-9]{1,5}");

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
    Listed listed = listMetrics.list(organization, filter, start(page, scope), page.limit());
    return ListResponse.list(
        "metrics",
        listed.definitions().stream().map(MetricView::of).toList(),
        page,
        cursor(scope, listed.next()),
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

  private static Start start(Page page, String scope) {
    return page.position(scope)
        .map(ListMetricsHandler::start)
        .orElseGet(() -> new Start(null, page.offset()));
  }

  /** A cursor can be made by anybody who reads this code; so it is judged like any input. */
  private static Start start(List<String> position) {
    boolean whole =
        position.size() == 2
            && PointLimits.metric(position.getFirst()).isPresent()
            && SKIP.matcher(position.getLast()).matches();
    if (!whole) {
      throw Problem.malformed("Start again without a cursor.").exception();
    }
    int skip = Math.min(MOST_SKIPPED, Integer.parseInt(position.getLast()));
    return new Start(position.getFirst(), skip);
  }

  private static @Nullable String cursor(String scope, @Nullable Start next) {
    return next == null || next.after() == null
        ? null
        : Cursor.encode(scope, List.of(next.after(), Integer.toString(next.skip())));
  }
}
