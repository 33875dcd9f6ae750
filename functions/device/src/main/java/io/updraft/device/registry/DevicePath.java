package io.updraft.device.registry;

import io.updraft.device.domain.Device;
import io.updraft.http.HttpRequest;
import io.updraft.http.Problem;
import io.updraft.http.ProblemException;

/** What several operations on one device have in common at the edge. */
final class DevicePath {
  private DevicePath() {}

  /**
   * The id in the path, where the caller may know of that device.
   *
   * @throws ProblemException {@code NOT_FOUND} for a device that asks for another
   */
  static String deviceId(HttpRequest request) {
    String deviceId = request.path("device_id");
    if (!request.caller().mayActFor(deviceId)) {
      throw notFound(deviceId);
    }
    return deviceId;
  }

  /**
   * Like {@link #deviceId}, of a device that has to exist.
   *
   * @throws ProblemException {@code NOT_FOUND} also for what no device can be called
   */
  static String existing(HttpRequest request) {
    String deviceId = deviceId(request);
    if (!Device.isId(deviceId)) {
      throw notFound(deviceId);
    }
    return deviceId;
  }

  static ProblemException notFound(String deviceId) {
    return Problem.notFound("device", deviceId).exception();
  }

  static ProblemException contended() {
    return Problem.conflict("The device is being changed by others; send the request again.")
        .exception();
  }
}
