package io.updraft.device.download;

import io.updraft.firmware.published.FirmwareDownloads;
import io.updraft.firmware.published.FirmwareFile;
import io.updraft.http.Caller;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import io.updraft.http.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * {@code GET /api/v1/ota/firmware/{firmware_id}/download}: a redirect to the presigned address, or
 * its description for a client that accepts JSON.
 */
final class DownloadHandler implements Operation {
  private static final Duration VALIDITY = Duration.ofHours(1);

  private final GetDownload getDownload;
  private final FirmwareDownloads downloads;
  private final Clock clock;

  DownloadHandler(GetDownload getDownload, FirmwareDownloads downloads, Clock clock) {
    this.getDownload = getDownload;
    this.downloads = downloads;
    this.clock = clock;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    String firmwareId = request.path("firmware_id");
    FirmwareFile file =
        file(request.caller(), firmwareId)
            .orElseThrow(() -> Problem.notFound("firmware", firmwareId).exception());
    String url = downloads.url(file, VALIDITY).toString();
    return wantsJson(request)
        ? HttpResponse.ok(description(firmwareId, file, url))
        : HttpResponse.redirect(url);
  }

  /**
   * A gateway names no device of its own and fetches through the address in its devices' updates.
   */
  private Optional<FirmwareFile> file(Caller caller, String firmwareId) {
    if (!caller.isDevice()) {
      return getDownload.forUser(caller.organization(), firmwareId);
    }
    String device = caller.device();
    return device == null
        ? Optional.empty()
        : getDownload
            .forDevice(caller.organization(), device, firmwareId)
            .map(GetDownload.Granted::file);
  }

  private static boolean wantsJson(HttpRequest request) {
    return request.header("accept").filter(a -> a.contains("application/json")).isPresent();
  }

  private Description description(String firmwareId, FirmwareFile file, String url) {
    return new Description(
        firmwareId,
        file.filename(),
        file.size(),
        url,
        clock.instant().plus(VALIDITY),
        file.md5(),
        file.sha1(),
        file.sha256());
  }

  private record Description(
      String firmwareId,
      String filename,
      long fileSize,
      String downloadUrl,
      Instant expiresAt,
      String checksumMd5,
      String checksumSha1,
      String checksumSha256) {}
}
