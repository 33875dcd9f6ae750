package io.updraft.alert.rule;

import io.updraft.alert.domain.CountedRule;
import io.updraft.alert.domain.Level;
import io.updraft.alert.domain.RuleId;
import io.updraft.http.Filters;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.ListResponse;
import io.updraft.http.Operation;
import io.updraft.http.Page;
import io.updraft.http.Selection.Selected;
import io.updraft.http.Selection.Start;
import io.updraft.telemetry.published.MetricNames;

/** {@code GET /api/v1/telemetry/alerts/rules}. */
final class ListRulesHandler implements Operation {
  private static final int MOST_METRIC_NAME = 200;

  private final ListRules listRules;

  ListRulesHandler(ListRules listRules) {
    this.listRules = listRules;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    Filters filters = request.filters();
    Page page = filters.page();
    Filter filter = filter(filters);
    String organization = request.caller().organization();
    String scope = "%s alert rules %s".formatted(organization, filters.applied());
    Start start = Start.of(page, scope, id -> RuleId.parse(id).isPresent());
    Selected<CountedRule> listed = listRules.list(organization, filter, start, page.limit());
    return ListResponse.list(
        "rules",
        listed.items().stream().map(RuleView::of).toList(),
        page,
        listed.cursor(scope),
        filters.applied());
  }

  private static Filter filter(Filters filters) {
    Filter filter =
        new Filter(
            filters.flag("enabled").orElse(null),
            filters.choice("level", Level.class).orElse(null),
            filters
                .parsed("metric_name", MOST_METRIC_NAME, MetricNames::parse, MetricNames.FORM)
                .orElse(null));
    filters.throwIfInvalid();
    return filter;
  }
}
