package io.updraft.telemetry.ingest;

import io.updraft.device.published.DeviceIds;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import io.updraft.http.Problem;
import io.updraft.telemetry.domain.Offered;
import io.updraft.telemetry.intake.Sender;
import io.updraft.telemetry.intake.TakeIn;
import io.updraft.telemetry.json.BatchReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** {@code POST /api/v1/telemetry/bulk}: the data points of many devices, a few at once. */
final class IngestBulkHandler implements Operation {
  /** What the gateway takes, packed or not. */
  private static final int MOST_BYTES = 10 << 20;

  private static final int AT_ONCE = 8;

  private final TakeIn takeIn;
  private final BatchReader reader = new BatchReader(TakeIn.MOST_POINTS);

  IngestBulkHandler(TakeIn takeIn) {
    this.takeIn = takeIn;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    Map<String, List<Offered>> devices = reader.bulk(request.jsonBytes(MOST_BYTES));
    if (devices.isEmpty()) {
      throw Problem.malformed("Send at least one device with its data points.").exception();
    }
    Map<String, Result> results = taken(Sender.of(request), devices);
    return HttpResponse.ok(new Answer(results, results.size()));
  }

  private Map<String, Result> taken(Sender sender, Map<String, List<Offered>> devices) {
    Map<String, Future<Result>> under = new LinkedHashMap<>();
    try (ExecutorService workers =
        Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      devices.forEach(
          (device, points) ->
              under.put(device, workers.submit(() -> taken(sender, device, points))));
    }
    Map<String, Result> results = new LinkedHashMap<>();
    under.forEach((device, result) -> results.put(device, ended(result)));
    return results;
  }

  private Result taken(Sender sender, String deviceId, List<Offered> points) {
    return DeviceIds.isId(deviceId)
        ? Result.of(takeIn.take(sender, deviceId, points, null), points.size())
        : Result.failed(points.size(), "No device can have this id.");
  }

  // What is away for one device is away for all: the call as a whole can be repeated.
  private static Result ended(Future<Result> result) {
    try {
      return result.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException own ? own : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private record Answer(Map<String, Result> results, int totalDevices) {}
}
