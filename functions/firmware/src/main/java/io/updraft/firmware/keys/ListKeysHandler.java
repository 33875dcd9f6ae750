package io.updraft.firmware.keys;

import io.updraft.firmware.domain.SigningKey;
import io.updraft.firmware.domain.SigningKeys;
import io.updraft.http.Cursor;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.ListResponse;
import io.updraft.http.Operation;
import io.updraft.http.Page;
import io.updraft.http.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/admin/signing-keys}, by id. */
public final class ListKeysHandler implements Operation {
  private final SigningKeys keys;

  public ListKeysHandler(SigningKeys keys) {
    this.keys = keys;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    Page page = request.page();
    String organization = request.caller().organization();
    String scope = organization + " signing keys";
    Optional<String> after = page.position(scope).map(ListKeysHandler::id);
    int wanted = page.offset() + page.limit();
    List<SigningKey> found = keys.list(organization, after, wanted + 1);
    List<KeyView> shown =
        found.stream().skip(page.offset()).limit(page.limit()).map(KeyView::of).toList();
    return ListResponse.list("signing_keys", shown, page, next(found, wanted, scope), Map.of());
  }

  /** A forged cursor may hold anything. */
  private static String id(List<String> position) {
    if (position.size() == 1 && SigningKey.isId(position.getFirst())) {
      return position.getFirst();
    }
    throw Problem.malformed("This cursor is none of this list.").exception();
  }

  private static @Nullable String next(List<SigningKey> found, int wanted, String scope) {
    return found.size() > wanted
        ? Cursor.encode(scope, List.of(found.get(wanted - 1).signingKeyId()))
        : null;
  }
}
