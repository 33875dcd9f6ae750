package io.updraft.telemetry.ingest;

import io.updraft.device.published.DeviceIds;
import io.updraft.http.HttpRequest;
import io.updraft.http.Problem;

/** The device of the path. */
final class IngestPath {
  private IngestPath() {}

  /** Another device's path looks to a device like one that is not there. */
  static String deviceId(HttpRequest request) {
    String deviceId = request.path("device_id");
    if (!request.caller().mayActFor(deviceId) || !DeviceIds.isId(deviceId)) {
      throw Problem.notFound("device", deviceId).exception();
    }
    return deviceId;
  }
}
