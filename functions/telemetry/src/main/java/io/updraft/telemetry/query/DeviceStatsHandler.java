package io.updraft.telemetry.query;

import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import io.updraft.telemetry.domain.Figures;
import io.updraft.telemetry.domain.PointStore;
import io.updraft.telemetry.query.Hours.Hour;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code GET /api/v1/telemetry/devices/{device_id}/stats}. */
final class DeviceStatsHandler implements Operation {
  private final PointStore store;
  private final Clock clock;

  DeviceStatsHandler(PointStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    String deviceId = DevicePath.deviceId(request);
    Figures.OfDevice figures = store.device(request.caller().organization(), deviceId).figures();
    Map<Long, Figures> byHour =
        figures.byHour().entrySet().stream()
            .collect(
                Collectors.toMap(Map.Entry::getKey, hour -> new Figures(0, hour.getValue(), 0, 0)));
    List<Hour> hours = Hours.lastDay(byHour, clock.instant());
    return HttpResponse.ok(
        new Answer(
            deviceId,
            figures.metrics(),
            figures.points(),
            figures.bytes(),
            Hours.points(hours),
            Hours.perMinute(hours),
            hours,
            figures.damagedBlocks(),
            figures.alerts()));
  }

  private record Answer(
      String deviceId,
      int metrics,
      long points,
      long bytesReceived,
      long pointsLast24h,
      double pointsPerMinute,
      List<Hour> byHour,
      long damagedBlocks,
      long alerts) {}
}
