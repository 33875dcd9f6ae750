package io.updraft.device.poll;

import io.updraft.device.domain.Device;
import io.updraft.device.domain.Update;
import io.updraft.firmware.published.Clearance;
import io.updraft.firmware.published.FirmwareDownloads;
import io.updraft.firmware.published.FirmwareFile;
import io.updraft.http.Caller;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import io.updraft.http.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/ota/devices/{device_id}/updates/next}, for the device itself. */
final class NextUpdateHandler implements Operation {
  private final NextUpdate nextUpdate;
  private final FirmwareDownloads downloads;
  private final PollSettings settings;

  NextUpdateHandler(NextUpdate nextUpdate, FirmwareDownloads downloads, PollSettings settings) {
    this.nextUpdate = nextUpdate;
    this.downloads = downloads;
    this.settings = settings;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    String deviceId = request.path("device_id");
    Caller caller = request.caller();
    if (!caller.mayActFor(deviceId) || !Device.isId(deviceId)) {
      throw Problem.notFound("device", deviceId).exception();
    }
    String gateway = caller.isGateway() ? caller.user() : null;
    return switch (nextUpdate.forDevice(caller.organization(), deviceId, gateway)) {
      case Next.Install install -> HttpResponse.ok(installation(install));
      case Next.GiveUp giveUp -> HttpResponse.ok(cancellation(giveUp.update()));
      case Next.Nothing _ ->
          HttpResponse.noContent().withHeader("Retry-After", seconds(settings.pollInterval()));
      case Next.TooManyNew tooMany ->
          throw Problem.rateLimited(tooMany.quota().usedUp(), tooMany.renewedAfter()).exception();
    };
  }

  private static String seconds(Duration duration) {
    return Long.toString(duration.toSeconds());
  }

  private Installation installation(Next.Install install) {
    Update update = install.update();
    Clearance clearance = install.clearance();
    FirmwareFile file = clearance.file();
    return new Installation(
        "install",
        update.id(),
        update.assignment().firmwareId(),
        update.assignment().firmwareVersion(),
        file.filename(),
        file.size(),
        downloads.url(file, settings.downloadValidity()).toString(),
        file.md5(),
        file.sha1(),
        file.sha256(),
        file.signature(),
        file.signingKeyId(),
        install.commands().before(),
        install.commands().after(),
        update.assignment().priority().wireName(),
        update.assignment().campaignId(),
        update.course().timeoutAt());
  }

  private static Cancellation cancellation(Update update) {
    return new Cancellation(
        "cancel",
        update.id(),
        update.assignment().firmwareId(),
        update.assignment().firmwareVersion(),
        update.assignment().campaignId(),
        update.course().cancelReason());
  }

  private record Installation(
      String action,
      String updateId,
      String firmwareId,
      String version,
      String filename,
      long fileSize,
      String downloadUrl,
      String checksumMd5,
      String checksumSha1,
      String checksumSha256,
      @Nullable String signature,
      @Nullable String signingKeyId,
      List<String> preUpdateCommands,
      List<String> postUpdateCommands,
      String priority,
      @Nullable String campaignId,
      @Nullable Instant timeoutAt) {}

  private record Cancellation(
      String action,
      String updateId,
      String firmwareId,
      String version,
      @Nullable String campaignId,
      @Nullable String reason) {}
}
