package io.updraft.device.report;

import io.updraft.device.domain.Report;
import io.updraft.device.domain.UpdateStatus;
import io.updraft.device.domain.Views;
import io.updraft.firmware.published.Version;
import io.updraft.http.Caller;
import io.updraft.http.Fields;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import io.updraft.http.Problem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/v1/ota/updates/{update_id}/status}, for the device of the update. */
final class ReportStatusHandler implements Operation {
  private final ReportStatus reportStatus;

  ReportStatusHandler(ReportStatus reportStatus) {
    this.reportStatus = reportStatus;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    String updateId = request.path("update_id");
    Caller caller = request.caller();
    return reportStatus
        .report(request.origin(), updateId, caller::mayActFor, parsed(request.json()))
        .map(update -> HttpResponse.ok(Views.of(update)))
        .orElseThrow(() -> Problem.notFound("update", updateId).exception());
  }

  private static Report parsed(Fields fields) {
    UpdateStatus status = fields.choice("status", UpdateStatus.class);
    if (status.waiting()) {
      fields.reject("status", "must be a state that a device can be in, from in_progress on");
    }
    Report report =
        new Report(
            status,
            fields.optionalDecimal("progress_percentage", 0, 100),
            fields.optionalDecimal("download_progress", 0, 100),
            fields.optionalDecimal("install_progress", 0, 100),
            fields.optionalFlag("checksum_verified"),
            fields.optionalFlag("signature_verified"),
            version(fields),
            fields.optionalText("error_code", 1, 50),
            fields.optionalText("error_message", 1, 500),
            fields.optionalFlag("healthy"));
    fields.optionalDecimal("download_speed", 0, Double.MAX_VALUE);
    fields.throwIfInvalid();
    return report;
  }

  private static @Nullable String version(Fields fields) {
    String given = fields.optionalText("firmware_version", 1, 50);
    if (given == null) {
      return null;
    }
    Optional<Version> version = Version.parse(given);
    if (version.isEmpty()) {
      fields.reject("firmware_version", "must be a version like 1.2.3 or 1.2.3-rc.1");
    }
    return version.map(Version::text).orElse(null);
  }
}
