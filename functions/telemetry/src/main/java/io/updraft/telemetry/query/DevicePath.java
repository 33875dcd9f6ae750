package io.updraft.telemetry.query;

import io.updraft.device.published.DeviceIds;
import io.updraft.http.HttpRequest;
import io.updraft.http.Problem;
import io.updraft.telemetry.domain.PointLimits;

/** The device and the metric of a path. */
final class DevicePath {
  private DevicePath() {}

  static String deviceId(HttpRequest request) {
    String deviceId = request.path("device_id");
    if (!DeviceIds.isId(deviceId)) {
      throw Problem.notFound("device", deviceId).exception();
    }
    return deviceId;
  }

  static String metric(HttpRequest request) {
    String given = request.path("name");
    return PointLimits.metric(given)
        .orElseThrow(() -> Problem.notFound("metric", given).exception());
  }
}
