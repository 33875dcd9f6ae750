package io.updraft.device.registry;

import io.updraft.device.domain.Quota;
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
    return caller.isGateway() ? Quota.of(by.user(), by.at(), gatewayRegistrationsPerHour) : null;
  }

  private static RuntimeException rateLimited(PutOutcome.QuotaUsed used) {
    return Problem.rateLimited(used.quota().usedUp(), used.renewedAfter()).exception();
  }
}
