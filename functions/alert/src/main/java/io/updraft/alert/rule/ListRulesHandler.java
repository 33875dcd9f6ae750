package io.updraft.alert.rule;

import io.updraft.alert.domain.Level;
import io.updraft.alert.domain.RuleId;
import io.updraft.alert.rule.ListRules.Listed;
import io.updraft.alert.rule.ListRules.Start;
import io.updraft.http.Cursor;
import io.updraft.http.Filters;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.ListResponse;
import io.updraft.http.Operation;
import io.updraft.http.Page;
import io.updraft.http.Problem;
import io.updraft.telemetry.published.MetricNames;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/telemetry/alerts/rules}. */
final class ListRulesHandler implements Operation {
  /** The largest offset that a page can ask for. */
  private static final int MOST_SKIPPED = 10_000;

  private static final int MOST_METRIC_NAME = 200;

  private static final Pattern SKIP = Pattern.compile("[0-9]{1,5}");

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
    Listed listed = listRules.list(organization, filter, start(page, scope), page.limit());
    return ListResponse.list(
        "rules",
        listed.rules().stream().map(RuleView::of).toList(),
        page,
        cursor(scope, listed.next()),
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

  private static Start start(Page page, String scope) {
    return page.position(scope)
        .map(ListRulesHandler::start)
        .orElseGet(() -> new Start(null, page.offset()));
  }

  /** A cursor can be made by anybody who reads this code; so it is judged like any input. */
  private static Start start(List<String> position) {
    RuleId after = RuleId.parse(position.getFirst()).orElse(null);
    if (position.size() != 2 || after == null || !SKIP.matcher(position.getLast()).matches()) {
      throw Problem.malformed("Start again without a cursor.").exception();
    }
    return new Start(after, Math.min(MOST_SKIPPED, Integer.parseInt(position.getLast())));
  }

  private static @Nullable String cursor(String scope, @Nullable Start next) {
    return next == null || next.after() == null
        ? null
        : Cursor.encode(scope, List.of(next.after().text(), Integer.toString(next.skip())));
  }
}
