package io.updraft.device.registry;

import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;

/** {@code GET /api/v1/devices/{device_id}}, for users and for the device itself. */
final class GetDeviceHandler implements Operation {
  private final Registry registry;

  GetDeviceHandler(Registry registry) {
    this.registry = registry;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    String deviceId = DevicePath.existing(request);
    return registry
        .find(request.caller().organization(), deviceId)
        .map(device -> HttpResponse.ok(DeviceView.of(device)))
        .orElseThrow(() -> DevicePath.notFound(deviceId));
  }
}
