package io.updraft.device.registry;

import io.updraft.http.Caller;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import java.time.Clock;

/** {@code PATCH /api/v1/devices/{device_id}}: only the fields given; null clears one. */
final class PatchDeviceHandler implements Operation {
  private final PatchDevice patchDevice;
  private final Clock clock;

  PatchDeviceHandler(PatchDevice patchDevice, Clock clock) {
    this.patchDevice = patchDevice;
    this.clock = clock;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    String deviceId = DevicePath.existing(request);
    Caller caller = request.caller();
    Told told = DeviceFields.read(request);
    Signature by = new Signature(caller.user(), clock.instant());
    return switch (patchDevice.patch(caller.organization(), deviceId, told, by)) {
      case PatchOutcome.Changed(Registered device) -> HttpResponse.ok(DeviceView.of(device));
      case PatchOutcome.NotFound() -> throw DevicePath.notFound(deviceId);
      case PatchOutcome.Contended() -> throw DevicePath.contended();
    };
  }
}
