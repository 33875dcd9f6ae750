package io.updraft.device.poll;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.updraft.device.domain.Device;
import io.updraft.device.domain.Update;
import io.updraft.device.published.Discretion;
import io.updraft.device.published.InstallMode;
import io.updraft.firmware.published.Clearance;
import io.updraft.firmware.published.FirmwareDownloads;
import io.updraft.firmware.published.FirmwareFile;
import io.updraft.http.Caller;
import io.updraft.http.Filters;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import io.updraft.http.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/v1/ota/devices/{device_id}/updates/next}, for the device itself; with {@code
 * explain=true} for users.
 */
final class NextUpdateHandler implements Operation {
  private final NextUpdate nextUpdate;
  private final ExplainNext explainNext;
  private final FirmwareDownloads downloads;
  private final PollSettings settings;
  private final Clock clock;

  NextUpdateHandler(
      NextUpdate nextUpdate,
      ExplainNext explainNext,
      FirmwareDownloads downloads,
      PollSettings settings,
      Clock clock) {
    this.nextUpdate = nextUpdate;
    this.explainNext = explainNext;
    this.downloads = downloads;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    String deviceId = request.path("device_id");
    Caller caller = request.caller();
    if (asksForReasons(request)) {
      return explained(caller.organization(), deviceId);
    }
    if (!caller.mayActFor(deviceId) || !Device.isId(deviceId)) {
      throw Problem.notFound("device", deviceId).exception();
    }
    String gateway = caller.isGateway() ? caller.user() : null;
    return switch (next(caller.organization(), deviceId, gateway)) {
      case Next.Install install -> HttpResponse.ok(installation(install));
      case Next.GiveUp giveUp -> HttpResponse.ok(cancellation(giveUp.update()));
      case Next.Nothing _ ->
          HttpResponse.noContent()
              .withHeader("Retry-After", seconds(settings.pollInterval(caller)));
      case Next.TooManyNew tooMany ->
          throw Problem.rateLimited(tooMany.quota().usedUp(), tooMany.renewedAfter()).exception();
    };
  }

  private Next next(String organization, String deviceId, @Nullable String gateway) {
    return nextUpdate
        .contact(organization, deviceId, gateway, _ -> Patience.SWITCHES_WHEN_TOLD)
        .next();
  }

  /** Who may ask for what: devices for something to do, all others for the reasons. */
  private static boolean asksForReasons(HttpRequest request) {
    Filters query = request.filters();
    boolean reasons = query.flag("explain").orElse(false);
    query.throwIfInvalid();
    if (reasons == request.caller().isDevice()) {
      throw Problem.forbidden(
              "Devices ask without explain; users ask with explain=true and change nothing.")
          .exception();
    }
    return reasons;
  }

  private HttpResponse explained(String organization, String deviceId) {
    return explainNext
        .explain(organization, deviceId)
        .map(HttpResponse::ok)
        .orElseThrow(() -> Problem.notFound("device", deviceId).exception());
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
        update.course().timeoutAt(),
        install.switchReleased(),
        forced(update));
  }

  /** Null where nobody asks: most updates leave the device no choice. */
  private @Nullable Boolean forced(Update update) {
    Discretion discretion = update.assignment().terms().discretion();
    return discretion.mode() == InstallMode.FORCED ? null : discretion.forced(clock.instant());
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
      @Nullable Instant timeoutAt,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean switchReleased,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean forced) {}

  private record Cancellation(
      String action,
      String updateId,
      String firmwareId,
      String version,
      @Nullable String campaignId,
      @Nullable String reason) {}
}
