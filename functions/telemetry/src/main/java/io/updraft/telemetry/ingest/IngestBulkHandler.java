package io.updraft.telemetry.ingest;

import io.updraft.device.published.DeviceIds;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import io.updraft.http.Problem;
import io.updraft.telemetry.domain.Offered;
import io.updraft.telemetry.intake.FewAtOnce;
import io.updraft.telemetry.intake.Sender;
import io.updraft.telemetry.intake.TakeIn;
import io.updraft.telemetry.json.BatchReader;
import java.util.List;
import java.util.Map;

/** {@code POST /api/v1/telemetry/bulk}: the data points of many devices, a few at once. */
final class IngestBulkHandler implements Operation {
  /** What the gateway takes, packed or not. */
  private static final int MOST_BYTES = 10 << 20;

  private final TakeIn takeIn;
  private final FewAtOnce fewAtOnce;
  private final BatchReader reader = new BatchReader(TakeIn.MOST_POINTS);

  IngestBulkHandler(TakeIn takeIn, FewAtOnce fewAtOnce) {
    this.takeIn = takeIn;
    this.fewAtOnce = fewAtOnce;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    Map<String, List<Offered>> devices = reader.bulk(request.jsonBytes(MOST_BYTES));
    if (devices.isEmpty()) {
      throw Problem.malformed("Send at least one device with its data points.").exception();
    }
    Sender sender = Sender.of(request);
    Map<String, Result> results =
        fewAtOnce.each(
            devices,
            (device, points) -> taken(sender, device, points),
            (_, points) -> Result.failed(points.size(), "No time was left for it; send it again."));
    return HttpResponse.ok(new Answer(results, results.size()));
  }

  private Result taken(Sender sender, String deviceId, List<Offered> points) {
    return DeviceIds.isId(deviceId)
        ? Result.of(takeIn.take(sender, deviceId, points, null), points.size())
        : Result.failed(points.size(), "No device can have this id.");
  }

  private record Answer(Map<String, Result> results, int totalDevices) {}
}
