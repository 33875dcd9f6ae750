package io.updraft.telemetry.otlp;

import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import io.updraft.http.Problem;
import io.updraft.telemetry.delivery.Deliver;
import io.updraft.telemetry.delivery.Delivered;
import io.updraft.telemetry.delivery.InOwnForm;
import io.updraft.telemetry.intake.Sender;
import java.util.Map;

/** {@code POST /v1/metrics}. */
public final class MetricsHandler implements Operation {
  private final Deliver deliver;

  private MetricsHandler(Deliver deliver) {
    this.deliver = deliver;
  }

  public static Operation of(Deliver deliver) {
    Rehearsal.play();
    return new InOwnForm(new MetricsHandler(deliver), MetricsHandler::refusal);
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    Encoding encoding = Encoding.of(request).orElseThrow(Encoding.unknown()::exception);
    Delivered delivered =
        deliver.deliver(Sender.of(request), MetricPoints.of(encoding.read(request.body())));
    return rendered(200, encoding, body(encoding, delivered));
  }

  private static byte[] body(Encoding encoding, Delivered delivered) {
    if (delivered.refused().isEmpty()) {
      return encoding.success();
    }
    if (delivered.stored() == 0) {
      throw Problem.malformed("No data point is good: " + delivered.reasons()).exception();
    }
    return encoding.partialSuccess(delivered.places(), delivered.reasons());
  }

  private static HttpResponse refusal(HttpRequest request, Problem problem) {
    return Encoding.of(request)
        .map(e -> rendered(problem.status(), e, e.status(GrpcCode.of(problem), problem.detail())))
        .orElseGet(() -> problem.toResponse(request.requestId()));
  }

  private static HttpResponse rendered(int status, Encoding encoding, byte[] body) {
    return new HttpResponse(status, Map.of("content-type", encoding.mediaType()), body);
  }
}
