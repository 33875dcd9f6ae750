package io.updraft.telemetry.ingest;

import io.updraft.http.FieldError;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import io.updraft.http.Problem;
import io.updraft.telemetry.domain.Offered;
import io.updraft.telemetry.intake.Sender;
import io.updraft.telemetry.intake.TakeIn;
import io.updraft.telemetry.intake.Taken;
import io.updraft.telemetry.json.BatchReader;
import java.util.List;

/** {@code POST /api/v1/telemetry/devices/{device_id}/telemetry}: one data point. */
final class IngestOneHandler implements Operation {
  private static final int MOST_BYTES = 64 << 10;

  private final TakeIn takeIn;
  private final BatchReader reader = new BatchReader(1);

  IngestOneHandler(TakeIn takeIn) {
    this.takeIn = takeIn;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    String deviceId = IngestPath.deviceId(request);
    Offered offered = reader.single(request.jsonBytes(MOST_BYTES));
    return switch (takeIn.take(Sender.of(request), deviceId, List.of(offered), null)) {
      case Taken.Stored _ -> HttpResponse.ok(new Answer(true, deviceId, metric(offered)));
      case Taken.AllRefused(List<Taken.Refusal> refused) -> throw invalid(refused);
      case Taken.QuotaUsed used ->
          throw Problem.rateLimited(used.detail(), used.renewedAfter()).exception();
      case Taken.TooLarge() -> throw Problem.tooLarge("Send a smaller value.").exception();
    };
  }

  private static String metric(Offered offered) {
    return offered instanceof Offered.Point point ? point.metric() : "";
  }

  private static RuntimeException invalid(List<Taken.Refusal> refused) {
    return Problem.validation(
            refused.stream().map(r -> new FieldError(r.field(), r.message())).toList())
        .exception();
  }

  private record Answer(boolean success, String deviceId, String metricName) {}
}
