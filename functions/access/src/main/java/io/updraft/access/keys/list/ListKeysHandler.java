package io.updraft.access.keys.list;

import io.updraft.access.domain.ApiKeys;
import io.updraft.access.domain.KeyId;
import io.updraft.access.domain.OrganizationId;
import io.updraft.access.keys.KeyView;
import io.updraft.http.Cursor;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.ListResponse;
import io.updraft.http.Operation;
import io.updraft.http.Page;
import io.updraft.http.Problem;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/admin/keys}. */
public final class ListKeysHandler implements Operation {
  private final ListKeys listKeys;

  public ListKeysHandler(ApiKeys keys, Clock clock) {
    this.listKeys = new ListKeys(keys, clock);
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    OrganizationId organization = new OrganizationId(request.caller().organization());
    Page page = request.page();
    String scope = organization.value() + " keys";
    KeyId before = page.position(scope).map(ListKeysHandler::keyId).orElse(null);
    ListKeys.Part part = listKeys.list(organization, before, page.offset(), page.limit());
    List<KeyView> views = part.keys().stream().map(KeyView::of).toList();
    return ListResponse.list("keys", views, page, next(scope, part), Map.of());
  }

  /** A cursor can be made by anybody who reads this code, so it is judged like any input. */
  private static KeyId keyId(List<String> position) {
    return position.stream()
        .findFirst()
        .flatMap(KeyId::parse)
        .orElseThrow(() -> Problem.malformed("Start again without a cursor.").exception());
  }

  private static @Nullable String next(String scope, ListKeys.Part part) {
    return part.more() ? Cursor.encode(scope, List.of(part.keys().getLast().id().value())) : null;
  }
}
