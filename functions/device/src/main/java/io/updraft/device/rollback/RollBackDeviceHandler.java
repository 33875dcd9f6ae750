package io.updraft.device.rollback;

import io.updraft.device.domain.Devices;
import io.updraft.device.domain.Rollbacks;
import io.updraft.device.domain.Updates;
import io.updraft.device.moves.EarlierFirmware;
import io.updraft.device.moves.TakeBack;
import io.updraft.firmware.published.FirmwareCatalogue;
import io.updraft.firmware.published.Version;
import io.updraft.http.FieldError;
import io.updraft.http.Fields;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import io.updraft.http.Problem;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** {@code POST /api/v1/ota/devices/{device_id}/rollback}. */
public final class RollBackDeviceHandler implements Operation {
  private final RollBackDevice rollBackDevice;

  public RollBackDeviceHandler(
      Devices devices,
      Updates updates,
      Rollbacks rollbacks,
      FirmwareCatalogue catalogue,
      Clock clock) {
    rollBackDevice =
        new RollBackDevice(
            devices,
            new EarlierFirmware(updates, catalogue),
            new TakeBack(updates, rollbacks, catalogue, clock));
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    String deviceId = request.path("device_id");
    Fields fields = request.json();
    Optional<Version> to = version(fields);
    String reason = fields.text("reason", 1, 500);
    fields.throwIfInvalid();
    String by = request.caller().user();
    return switch (rollBackDevice.rollBack(
        request.origin(), deviceId, to.orElseThrow(), reason, by)) {
      case RolledBack.Begun(var rollback) -> HttpResponse.created(RollbackView.of(rollback));
      case RolledBack.NoSuchDevice _ -> throw Problem.notFound("device", deviceId).exception();
      case RolledBack.RunsIt _ -> throw refused("is the version that the device runs");
      case RolledBack.NeverHad _ -> throw refused("must be a version that the device has had");
      case RolledBack.FirmwareGone _ ->
          throw refused("is a version whose firmware is not there any more, or is recalled");
      case RolledBack.Taken _ ->
          throw Problem.conflict(
                  "The device has an unfinished rollback, or an update to that version; wait for"
                      + " it, or cancel it first.")
              .exception();
    };
  }

  private static Optional<Version> version(Fields fields) {
    String given = fields.text("to_version", 1, 50);
    Optional<Version> version = Version.parse(given);
    if (version.isEmpty() && !given.isEmpty()) {
      fields.reject("to_version", "must be a version like 1.2.3 or 1.2.3-rc.1");
    }
    return version;
  }

  private static RuntimeException refused(String message) {
    return Problem.validation(List.of(new FieldError("to_version", message))).exception();
  }
}
