package io.updraft.device.registry;

import io.updraft.firmware.published.Version;
import io.updraft.http.Filters;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.ListResponse;
import io.updraft.http.Operation;
import io.updraft.http.Page;
import io.updraft.http.Selection.Selected;
import io.updraft.http.Selection.Start;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** {@code GET /api/v1/devices}. */
final class ListDevicesHandler implements Operation {
  /** A model or none, and an id. */
  private static final Predicate<String> POSITION =
      Pattern.compile("(.{1,100}#)?[A-Za-z0-9._:-]{1,128}", Pattern.DOTALL).asMatchPredicate();

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
    Start start = Start.of(page, scope, POSITION);
    Selected<Registered> listed = listDevices.list(organization, filter, start, page.limit());
    return ListResponse.list(
        "devices",
        listed.items().stream().map(DeviceView::of).toList(),
        page,
        listed.cursor(scope),
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
}
