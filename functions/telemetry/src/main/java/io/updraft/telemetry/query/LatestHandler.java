package io.updraft.telemetry.query;

import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import io.updraft.http.Problem;
import io.updraft.telemetry.domain.PointStore;
import io.updraft.telemetry.domain.PointStore.DevicePoints;
import io.updraft.telemetry.json.PointWriter;
import io.updraft.telemetry.published.DataPoint;
import java.util.Map;
import java.util.Optional;

/** {@code GET /api/v1/telemetry/devices/{device_id}/metrics/{name}/latest}. */
final class LatestHandler implements Operation {
  private final PointStore store;

  LatestHandler(PointStore store) {
    this.store = store;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    String deviceId = DevicePath.deviceId(request);
    String metric = DevicePath.metric(request);
    DevicePoints points = store.device(request.caller().organization(), deviceId);
    Optional<DataPoint> latest = points.latest(metric);
    return latest
        .map(point -> PointWriter.one(deviceId, metric, point))
        .map(
            json ->
                new HttpResponse(
                    200,
                    Map.of(
                        "content-type",
                        "application/json",
                        "x-damaged-blocks",
                        Integer.toString(points.damagedBlocks())),
                    json))
        .orElseThrow(
            () ->
                Problem.notFound("data point of %s with the metric".formatted(deviceId), metric)
                    .exception());
  }
}
