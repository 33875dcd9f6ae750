package io.updraft.device.ddi;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.updraft.device.domain.Device;
import io.updraft.device.domain.Report;
import io.updraft.device.domain.UpdateStatus;
import io.updraft.device.download.GetDownload;
import io.updraft.device.report.ReportStatus;
import io.updraft.firmware.published.FirmwareDownloads;
import io.updraft.firmware.published.FirmwareFile;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Problem;
import java.util.Map;

/**
 * {@code GET, HEAD .../softwaremodules/{module_id}/artifacts/{filename}}: a redirect to the
 * presigned address, which serves ranges; with {@code .MD5SUM} at its end the checksum as md5sum
 * writes it. A client sends its token to the address that it was given and would be refused by the
 * store; it drops the token on the way to another host. Who fetches the bytes is downloading.
 */
final class ArtifactHandler implements ControllerOperation {
  static final String MD5SUM = ".MD5SUM";

  private static final Report DOWNLOADING =
      new Report(UpdateStatus.DOWNLOADING, null, null, null, null, null, null, null, null, null);

  private final GetDownload getDownload;
  private final ReportStatus reportStatus;
  private final FirmwareDownloads downloads;
  private final DdiSettings settings;

  ArtifactHandler(
      GetDownload getDownload,
      ReportStatus reportStatus,
      FirmwareDownloads downloads,
      DdiSettings settings) {
    this.getDownload = getDownload;
    this.reportStatus = reportStatus;
    this.downloads = downloads;
    this.settings = settings;
  }

  @Override
  public HttpResponse handle(Controller controller, HttpRequest request) {
    String filename = request.path("filename");
    GetDownload.Granted granted =
        getDownload
            .forDevice(controller.organization(), controller.deviceId(), request.path("module_id"))
            .orElseThrow(() -> Problem.notFound("artifact", filename).exception());
    FirmwareFile file = granted.file();
    if (filename.equals(file.filename())) {
      return redirect(request, granted);
    }
    if (filename.equals(file.filename() + MD5SUM)) {
      return checksum(file);
    }
    throw Problem.notFound("artifact", filename).exception();
  }

  private HttpResponse redirect(HttpRequest request, GetDownload.Granted granted) {
    FirmwareFile file = granted.file();
    if (request.routeKey().startsWith("HEAD ")) {
      return HttpResponse.redirect(
          downloads.headUrl(file, settings.poll().downloadValidity()).toString());
    }
    Device.Note note = granted.note();
    var _ = reportStatus.report(request.origin(), note.updateId(), _ -> true, DOWNLOADING);
    return HttpResponse.redirect(
        downloads.url(file, settings.poll().downloadValidity()).toString());
  }

  private static HttpResponse checksum(FirmwareFile file) {
    String line = "%s  %s".formatted(file.md5(), file.filename());
    return new HttpResponse(200, Map.of("content-type", "text/plain"), line.getBytes(UTF_8));
  }
}
