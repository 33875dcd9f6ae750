package io.updraft.telemetry.export;

import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import io.updraft.http.Problem;
import java.time.Clock;

/** {@code GET /api/v1/telemetry/exports/{export_id}}. */
final class GetExportHandler implements Operation {
  private final Exports exports;
  private final ExportFiles files;
  private final Clock clock;

  GetExportHandler(Exports exports, ExportFiles files, Clock clock) {
    this.exports = exports;
    this.files = files;
    this.clock = clock;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    String id = request.path("export_id");
    Export export =
        exports
            .find(request.caller().organization(), id)
            .filter(found -> found.expiresAt().isAfter(clock.instant()))
            .orElseThrow(() -> Problem.notFound("export", id).exception());
    return HttpResponse.ok(ExportView.of(export, files, clock));
  }
}
