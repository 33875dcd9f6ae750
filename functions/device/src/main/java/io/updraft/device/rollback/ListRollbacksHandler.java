package io.updraft.device.rollback;

import io.updraft.device.domain.RollbackFilter;
import io.updraft.device.domain.RollbackIds;
import io.updraft.device.domain.RollbackStatus;
import io.updraft.device.domain.Rollbacks;
import io.updraft.device.published.RollbackTrigger;
import io.updraft.http.Cursor;
import io.updraft.http.Filters;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.ListResponse;
import io.updraft.http.Operation;
import io.updraft.http.Page;
import io.updraft.http.Problem;
import java.util.List;

/** {@code GET /api/v1/ota/rollbacks}, newest first. */
public final class ListRollbacksHandler implements Operation {
  private final Rollbacks rollbacks;

  public ListRollbacksHandler(Rollbacks rollbacks) {
    this.rollbacks = rollbacks;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    String organization = request.caller().organization();
    Filters filters = request.filters();
    Page page = filters.page();
    RollbackFilter filter = filter(filters);
    String scope = "%s rollbacks %s".formatted(organization, filters.applied());
    String before = page.position(scope).map(ListRollbacksHandler::before).orElse(null);
    Rollbacks.Listing listing =
        rollbacks.list(organization, filter, page.offset() + page.limit(), before);
    String next = listing.next();
    return ListResponse.list(
        "rollbacks",
        listing.rollbacks().stream().skip(page.offset()).map(RollbackView::of).toList(),
        page,
        next == null ? null : Cursor.encode(scope, List.of(next)),
        filters.applied());
  }

  /** A forged cursor may hold anything. */
  private static String before(List<String> position) {
    if (RollbackIds.isOne(position.getFirst())) {
      return position.getFirst();
    }
    throw Problem.malformed("This cursor is none of this list.").exception();
  }

  private static RollbackFilter filter(Filters filters) {
    RollbackFilter filter =
        new RollbackFilter(
            filters.text("device_id", 128).orElse(null),
            filters.text("campaign_id", 64).orElse(null),
            filters.choice("status", RollbackStatus.class).orElse(null),
            filters.choice("trigger", RollbackTrigger.class).orElse(null));
    filters.throwIfInvalid();
    return filter;
  }
}
