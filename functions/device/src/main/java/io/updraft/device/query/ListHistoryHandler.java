package io.updraft.device.query;

import io.updraft.device.domain.Device;
import io.updraft.device.domain.Devices;
import io.updraft.device.domain.Updates;
import io.updraft.device.domain.Views;
import io.updraft.device.published.UpdateView;
import io.updraft.http.Cursor;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import io.updraft.http.Page;
import io.updraft.http.Problem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/ota/devices/{device_id}/updates}, for users and the device itself. */
public final class ListHistoryHandler implements Operation {
  private final ListHistory listHistory;

  public ListHistoryHandler(Devices devices, Updates updates) {
    listHistory = new ListHistory(devices, updates);
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    String organization = request.caller().organization();
    String deviceId = request.path("device_id");
    Page page = request.page();
    String scope = organization + " updates of " + deviceId;
    String after = page.position(scope).map(List::getFirst).orElse(null);
    return listHistory
        .list(organization, deviceId, page.limit(), page.offset(), after)
        .filter(_ -> request.caller().mayActFor(deviceId))
        .map(history -> HttpResponse.ok(body(history, page, scope)))
        .orElseThrow(() -> Problem.notFound("device", deviceId).exception());
  }

  private static History body(ListHistory.Found found, Page page, String scope) {
    List<UpdateView> updates = found.page().updates().stream().map(Views::of).toList();
    Device.Outcomes outcomes = found.device().outcomes();
    String next = found.page().next();
    return new History(
        updates,
        updates.size(),
        page.limit(),
        page.offset(),
        next == null ? null : Cursor.encode(scope, List.of(next)),
        Map.of(),
        outcomes.total(),
        outcomes.successful(),
        outcomes.failed(),
        share(outcomes),
        found.newest() == null ? null : Views.of(found.newest()));
  }

  /** Successful of ended ones in percent, two decimals; null while none has ended. */
  private static @Nullable Double share(Device.Outcomes outcomes) {
    long ended = outcomes.successful() + outcomes.failed();
    return ended == 0 ? null : Math.round(10_000.0 * outcomes.successful() / ended) / 100.0;
  }

  private record History(
      List<UpdateView> updates,
      int count,
      int limit,
      int offset,
      @Nullable String nextCursor,
      Map<String, String> filters,
      long totalUpdates,
      long successfulUpdates,
      long failedUpdates,
      @Nullable Double avgSuccessRate,
      @Nullable UpdateView lastUpdate) {}
}
