package io.updraft.alert.query;

import io.updraft.alert.domain.AlertCounts;
import io.updraft.alert.domain.AlertFilter;
import io.updraft.alert.domain.AlertId;
import io.updraft.alert.domain.AlertList;
import io.updraft.alert.domain.AlertList.Listing;
import io.updraft.alert.domain.AlertStatus;
import io.updraft.alert.domain.AlertTallies;
import io.updraft.alert.domain.Level;
import io.updraft.alert.domain.RuleId;
import io.updraft.alert.moves.AlertView;
import io.updraft.http.Cursor;
import io.updraft.http.Filters;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.ListResponse;
import io.updraft.http.Operation;
import io.updraft.http.Page;
import io.updraft.http.Problem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code GET /api/v1/telemetry/alerts}, newest first, with counts of the whole organization. */
public final class ListAlertsHandler implements Operation {
  private final AlertList alerts;
  private final AlertTallies tallies;

  public ListAlertsHandler(AlertList alerts, AlertTallies tallies) {
    this.alerts = alerts;
    this.tallies = tallies;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    String organization = request.caller().organization();
    Filters filters = request.filters();
    Page page = filters.page();
    AlertFilter filter = filter(filters);
    String scope = "%s alerts %s".formatted(organization, filters.applied());
    AlertId before = page.position(scope).map(ListAlertsHandler::before).orElse(null);
    Listing listing = alerts.list(organization, filter, page.offset() + page.limit(), before);
    AlertId next = listing.next();
    AlertCounts counts = tallies.of(organization);
    return ListResponse.list(
        "alerts",
        listing.alerts().stream().skip(page.offset()).map(AlertView::of).toList(),
        page,
        next == null ? null : Cursor.encode(scope, List.of(next.text())),
        filters.applied(),
        counted(counts));
  }

  private static Map<String, Long> counted(AlertCounts counts) {
    return new TreeMap<>(
        Map.of("active_count", counts.active(), "critical_count", counts.critical()));
  }

  /** A forged cursor may hold anything. */
  private static AlertId before(List<String> position) {
    return AlertId.parse(position.getFirst())
        .orElseThrow(() -> Problem.malformed("This cursor is none of this list.").exception());
  }

  private static AlertFilter filter(Filters filters) {
    AlertFilter filter =
        new AlertFilter(
            filters.choice("status", AlertStatus.class).orElse(null),
            filters.choice("level", Level.class).orElse(null),
            filters.text("device_id", 128).orElse(null),
            filters
                .parsed("rule_id", 64, RuleId::parse, "must be the id of an alert rule")
                .orElse(null),
            filters.time("start_time").orElse(null),
            filters.time("end_time").orElse(null));
    if (filter.from() != null && filter.to() != null && filter.to().isBefore(filter.from())) {
      filters.reject("end_time", "must not be before start_time");
    }
    filters.throwIfInvalid();
    return filter;
  }
}
