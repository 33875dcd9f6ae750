package io.updraft.device.start;

import io.updraft.device.domain.DeviceClient;
import io.updraft.device.domain.Devices;
import io.updraft.device.domain.Updates;
import io.updraft.device.published.UpdateIds;
import io.updraft.firmware.published.FirmwareCatalogue;
import io.updraft.http.Fields;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/v1/ota/devices/bulk/update}: the same for up to 1,000 devices at once. */
public final class StartManyHandler implements Operation {
  private static final int MOST_DEVICES = 1000;
  private static final int LONGEST_ID = 128;

  private final StartMany startMany;

  public StartManyHandler(
      Devices devices,
      DeviceClient client,
      Updates updates,
      FirmwareCatalogue catalogue,
      UpdateIds ids,
      Clock clock) {
    startMany =
        new StartMany(new StartUpdate(devices, client, updates, catalogue, ids, clock), catalogue);
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    Fields fields = request.json();
    Wanted wanted = WantedFields.read(fields, request.caller().user());
    List<String> deviceIds = fields.someTexts("device_ids", MOST_DEVICES, 1, LONGEST_ID);
    fields.throwIfInvalid();
    Map<String, Started> started = startMany.start(request.origin(), deviceIds, wanted);
    return HttpResponse.ok(
        new Results(
            started.entrySet().stream()
                .map(e -> result(e.getKey(), e.getValue(), wanted, request.requestId()))
                .toList()));
  }

  private static Result result(String deviceId, Started started, Wanted wanted, String requestId) {
    if (started instanceof Started.Waiting(var update)) {
      return new Result(deviceId, true, update.id(), null);
    }
    return new Result(
        deviceId, false, null, Refusals.of(started, deviceId, wanted).body(requestId));
  }

  private record Results(List<Result> results) {}

  private record Result(
      String deviceId, boolean success, @Nullable String updateId, @Nullable Object problem) {}
}
