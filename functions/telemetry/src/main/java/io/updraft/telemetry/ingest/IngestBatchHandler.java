package io.updraft.telemetry.ingest;

import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import io.updraft.http.Problem;
import io.updraft.telemetry.intake.Sender;
import io.updraft.telemetry.intake.TakeIn;
import io.updraft.telemetry.intake.Taken;
import io.updraft.telemetry.json.BatchReader;

/**
 * {@code POST /api/v1/telemetry/devices/{device_id}/telemetry/batch}: 1 to 1,000 data points of one
 * device. 200 where any was kept, with what was wrong with the others.
 */
final class IngestBatchHandler implements Operation {
  /** 4 MiB: a thousand points with tags and units of every length. */
  private static final int MOST_BYTES = 4 << 20;

  private final TakeIn takeIn;
  private final BatchReader reader = new BatchReader(TakeIn.MOST_POINTS);

  IngestBatchHandler(TakeIn takeIn) {
    this.takeIn = takeIn;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    String deviceId = IngestPath.deviceId(request);
    BatchReader.Batch batch = reader.batch(request.jsonBytes(MOST_BYTES));
    return switch (takeIn.take(Sender.of(request), deviceId, batch.points(), batch.batchId())) {
      case Taken.Stored stored -> HttpResponse.ok(Result.of(stored));
      case Taken.AllRefused refused -> throw Result.invalid("data_points", refused.refused());
      case Taken.QuotaUsed used ->
          throw Problem.rateLimited(used.detail(), used.renewedAfter()).exception();
      case Taken.TooLarge() -> throw Result.tooLarge();
    };
  }
}
