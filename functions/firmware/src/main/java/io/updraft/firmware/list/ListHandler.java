package io.updraft.firmware.list;

import io.updraft.firmware.domain.Shelf;
import io.updraft.firmware.domain.Shelf.Filter;
import io.updraft.firmware.domain.Shelf.Row;
import io.updraft.firmware.domain.Shelf.Search;
import io.updraft.firmware.published.FirmwareStatus;
import io.updraft.firmware.view.Views;
import io.updraft.http.Cursor;
import io.updraft.http.Filters;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.ListResponse;
import io.updraft.http.Operation;
import io.updraft.http.Page;
import io.updraft.http.Problem;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code GET /api/v1/ota/firmware}, newest first. */
public final class ListHandler implements Operation {
  /** Time of creation and id. */
  private static final Pattern POSITION = Pattern.compile("[0-9TZ:.-]{24}#[0-9a-f]{32}");

  private final Shelf shelf;
  private final Views views;

  public ListHandler(Shelf shelf, Views views) {
    this.shelf = shelf;
    this.views = views;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    Filters filters = request.filters();
    Page page = filters.page();
    Filter filter = filter(filters);
    String organization = request.caller().organization();
    String scope = organization + " firmware " + filters.applied();
    Optional<String> after = page.position(scope).map(ListHandler::key);
    Row row = shelf.row(new Search(organization, filter, page.limit(), page.offset(), after));
    return ListResponse.list(
        "firmware",
        views.of(row.firmware(), organization),
        page,
        row.next().map(next -> Cursor.encode(scope, List.of(next))).orElse(null),
        filters.applied());
  }

  /** A forged cursor may hold anything. */
  private static String key(List<String> position) {
    if (position.size() == 1 && POSITION.matcher(position.getFirst()).matches()) {
      return position.getFirst();
    }
    throw Problem.malformed("This cursor is none of this list.").exception();
  }

  private static Filter filter(Filters filters) {
    Filter filter =
        new Filter(
            filters.text("device_model", 100).orElse(null),
            filters.text("manufacturer", 100).orElse(null),
            filters.text("name", 200).orElse(null),
            filters.choice("status", FirmwareStatus.class).orElse(null),
            filters.flag("is_beta").orElse(null),
            filters.flag("is_security_update").orElse(null));
    filters.throwIfInvalid();
    return filter;
  }
}
