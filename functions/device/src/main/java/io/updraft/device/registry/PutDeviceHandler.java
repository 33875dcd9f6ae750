package io.updraft.device.registry;

import io.updraft.http.Caller;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import io.updraft.http.Problem;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** {@code PUT /api/v1/devices/{device_id}}: 201 with a new device, 200 with one that existed. */
final class PutDeviceHandler implements Operation {
  private final PutDevice putDevice;
  private final Clock clock;
  private final int gatewayRegistrationsPerHour;

  PutDeviceHandler(PutDevice putDevice, Clock clock, int gatewayRegistrationsPerHour) {
    this.putDevice = putDevice;
    this.clock = clock;
    this.gatewayRegistrationsPerHour = gatewayRegistrationsPerHour;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    String deviceId = DevicePath.deviceId(request);
    Caller caller = request.caller();
    Told told = DeviceFields.read(request).replacing(caller.isDevice());
    Signature by = new Signature(caller.user(), clock.instant());
    return switch (putDevice.put(caller.organization(), deviceId, told, by, quota(caller, by))) {
      case PutOutcome.Created(Registered device) -> HttpResponse.created(DeviceView.of(device));
      case PutOutcome.Replaced(Registered device) -> HttpResponse.ok(DeviceView.of(device));
      case PutOutcome.QuotaUsed used -> throw rateLimited(used);
      case PutOutcome.Contended() -> throw DevicePath.contended();
    };
  }

  private @Nullable Quota quota(Caller caller, Signature by) {
    boolean gateway = caller.isDevice() && caller.device() == null;
    return gateway ? Quota.of(by, gatewayRegistrationsPerHour) : null;
  }

  private RuntimeException rateLimited(PutOutcome.QuotaUsed used) {
    String detail =
        "A gateway may register %d new devices an hour; go on when the next hour begins."
            .formatted(gatewayRegistrationsPerHour);
    return Problem.rateLimited(detail, used.renewedAfter()).exception();
  }
}
