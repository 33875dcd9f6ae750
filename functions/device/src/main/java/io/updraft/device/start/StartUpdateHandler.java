package io.updraft.device.start;

import io.updraft.device.domain.DeviceClient;
import io.updraft.device.domain.Devices;
import io.updraft.device.domain.Updates;
import io.updraft.device.domain.Views;
import io.updraft.device.published.UpdateIds;
import io.updraft.firmware.published.FirmwareCatalogue;
import io.updraft.http.Fields;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import java.time.Clock;

/** {@code POST /api/v1/ota/devices/{device_id}/update}. */
public final class StartUpdateHandler implements Operation {
  private final StartUpdate startUpdate;

  public StartUpdateHandler(
      Devices devices,
      DeviceClient client,
      Updates updates,
      FirmwareCatalogue catalogue,
      UpdateIds ids,
      Clock clock) {
    startUpdate = new StartUpdate(devices, client, updates, catalogue, ids, clock);
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    String deviceId = request.path("device_id");
    Fields fields = request.json();
    Wanted wanted = WantedFields.read(fields, request.caller().user());
    fields.throwIfInvalid();
    Started started = startUpdate.start(request.origin(), deviceId, wanted);
    if (started instanceof Started.Waiting(var update)) {
      return HttpResponse.created(Views.of(update));
    }
    throw Refusals.of(started, deviceId, wanted).exception();
  }
}
