package io.updraft.device.registry;

import io.updraft.device.registry.ListDevices.Listed;
import io.updraft.device.registry.ListDevices.Start;
import io.updraft.firmware.published.Version;
import io.updraft.http.Cursor;
import io.updraft.http.Filters;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.ListResponse;
import io.updraft.http.Operation;
import io.updraft.http.Page;
import io.updraft.http.Problem;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/devices}. */
final class ListDevicesHandler implements Operation {
  /** The largest offset that a page can ask for. */
  private static final int MOST_SKIPPED = 10_000;

  /** A model or none, and an id. */
  private static final Pattern POSITION =
      Pattern.compile("(.{1,100}#)?[A-Za-z0-9._:-]{1,128}", Pattern.DOTALL);

  private static final Pattern SKIP = Pattern.compile("[0-9]{1,5}");

  private static final String VERSION_FORM = "must be a version, X.Y.Z or X.Y.Z-label.label";

  private final ListDevices listDevices;

  ListDevicesHandler(ListDevices listDevices) {
    this.listDevices = listDevices;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    Filters filters = request.filters();
    Page page = filters.page();
    Filter filter = filter(filters);
    String organization = request.caller().organization();
    String scope = "%s devices %s".formatted(organization, filters.applied());
    Listed listed = listDevices.list(organization, filter, start(page, scope), page.limit());
    return ListResponse.list(
        "devices",
        listed.devices().stream().map(DeviceView::of).toList(),
        page,
        cursor(scope, listed.next()),
        filters.applied());
  }

  private static Filter filter(Filters filters) {
    Filter filter =
        new Filter(
            filters.text("group", 100).orElse(null),
            filters.text("model", 100).orElse(null),
            filters.parsed("firmware_version", 50, Version::parse, VERSION_FORM).orElse(null),
            filters.text("owner", 128).orElse(null),
            filters.choice("status", DeviceStatus.class).orElse(null));
    filters.throwIfInvalid();
    return filter;
  }

  private static Start start(Page page, String scope) {
    return page.position(scope)
        .map(ListDevicesHandler::start)
        .orElseGet(() -> new Start(null, page.offset()));
  }

  /** A cursor can be made by anybody who reads this code; so it is judged like any input. */
  private static Start start(List<String> position) {
    boolean whole =
        position.size() == 2
            && POSITION.matcher(position.getFirst()).matches()
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
