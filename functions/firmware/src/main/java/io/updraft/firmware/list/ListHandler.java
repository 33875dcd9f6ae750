package io.updraft.firmware.list;

import io.updraft.firmware.domain.Shelf;
import io.updraft.firmware.domain.Shelf.Filter;
import io.updraft.firmware.domain.Shelf.Row;
import io.updraft.firmware.domain.Shelf.Search;
import io.updraft.firmware.view.Views;
import io.updraft.http.Cursor;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.ListResponse;
import io.updraft.http.Operation;
import io.updraft.http.Page;
import java.util.List;
import java.util.Optional;

/** {@code GET /api/v1/ota/firmware}, newest first. */
public final class ListHandler implements Operation {
  private final Shelf shelf;
  private final Views views;

  public ListHandler(Shelf shelf, Views views) {
    this.shelf = shelf;
    this.views = views;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    FilterForm form = new FilterForm(request);
    Filter filter = form.read();
    Page page = request.page();
    String organization = request.caller().organization();
    String scope = organization + " firmware " + form.given();
    Optional<String> after = page.position(scope).map(List::getFirst);
    Row row = shelf.row(new Search(organization, filter, page.limit(), page.offset(), after));
    return ListResponse.list(
        "firmware",
        views.of(row.firmware(), organization),
        page,
        row.next().map(next -> Cursor.encode(scope, List.of(next))).orElse(null),
        form.given());
  }
}
