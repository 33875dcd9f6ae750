package io.updraft.device.registry;

import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;

/** {@code DELETE /api/v1/devices/{device_id}}: 204, and what was on its way is cancelled. */
final class DeleteDeviceHandler implements Operation {
  private final DeleteDevice deleteDevice;

  DeleteDeviceHandler(DeleteDevice deleteDevice) {
    this.deleteDevice = deleteDevice;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    String deviceId = DevicePath.existing(request);
    return switch (deleteDevice.delete(request.origin(), deviceId)) {
      case DELETED -> HttpResponse.noContent();
      case NOT_FOUND -> throw DevicePath.notFound(deviceId);
      case CONTENDED -> throw DevicePath.contended();
    };
  }
}
