package io.updraft.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one form of every list. */
public final class ListResponse {
  private ListResponse() {}

  /**
   * The answer of a list.
   *
   * @param plural the name of the items in the answer
   * @param items the records of this page
   * @param page what was asked for
   * @param nextCursor where to go on; null at the end
   * @param filters the filters that were applied, by their names in the query
   */
  public static HttpResponse list(
      String plural,
      List<?> items,
      Page page,
      @Nullable String nextCursor,
      Map<String, ?> filters) {
    return list(plural, items, page, nextCursor, filters, Map.of());
  }

  /**
   * The answer of a list that tells more than the list.
   *
   * @param more further members of the answer
   */
  public static HttpResponse list(
      String plural,
      List<?> items,
      Page page,
      @Nullable String nextCursor,
      Map<String, ?> filters,
      Map<String, ?> more) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put(plural, items);
    body.put("count", items.size());
    body.put("limit", page.limit());
    body.put("offset", page.offset());
    body.put("next_cursor", nextCursor);
    body.put("filters", filters);
    body.putAll(more);
    return HttpResponse.ok(body);
  }
}
