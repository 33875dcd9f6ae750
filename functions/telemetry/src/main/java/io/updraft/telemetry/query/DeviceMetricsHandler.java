package io.updraft.telemetry.query;

import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import io.updraft.telemetry.domain.PointStore;
import io.updraft.telemetry.domain.PointStore.MetricRange;
import io.updraft.telemetry.json.Times;
import java.util.List;

/** {@code GET /api/v1/telemetry/devices/{device_id}/metrics}: what a device has sent. */
final class DeviceMetricsHandler implements Operation {
  private final PointStore store;

  DeviceMetricsHandler(PointStore store) {
    this.store = store;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    String deviceId = DevicePath.deviceId(request);
    List<Shown> metrics =
        store.device(request.caller().organization(), deviceId).metrics().stream()
            .map(Shown::of)
            .toList();
    return HttpResponse.ok(new Answer(deviceId, metrics, metrics.size()));
  }

  private record Answer(String deviceId, List<Shown> metrics, int count) {}

  private record Shown(String metricName, String firstTime, String lastTime) {
    static Shown of(MetricRange range) {
      return new Shown(range.metric(), Times.text(range.first()), Times.text(range.last()));
    }
  }
}
