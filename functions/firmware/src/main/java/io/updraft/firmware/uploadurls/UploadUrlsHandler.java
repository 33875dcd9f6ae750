package io.updraft.firmware.uploadurls;

import io.updraft.firmware.domain.Firmwares;
import io.updraft.firmware.domain.IncomingBytes;
import io.updraft.firmware.domain.IncomingBytes.Parts;
import io.updraft.firmware.uploadurls.RenewAddresses.Renewed;
import io.updraft.firmware.view.UploadView;
import io.updraft.firmware.view.Views;
import io.updraft.http.Fields;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import io.updraft.http.Problem;

/**
 * {@code POST /api/v1/ota/firmware/{firmware_id}/upload-urls}: {@code first_part} (1) and {@code
 * count} (100) say for which parts; answers as the beginning of the upload did.
 */
public final class UploadUrlsHandler implements Operation {
  private static final int MOST_PARTS = 10_000;
  private static final int MOST_ADDRESSES = 1000;

  private final RenewAddresses renewAddresses;
  private final Views views;

  public UploadUrlsHandler(Firmwares firmwares, IncomingBytes incoming, Views views) {
    this.renewAddresses = new RenewAddresses(firmwares, incoming);
    this.views = views;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    Renewed renewed =
        renewAddresses.renew(
            request.caller().organization(), request.path("firmware_id"), parts(request));
    return switch (renewed) {
      case Renewed.Given(var firmware, var upload, var addresses) ->
          HttpResponse.ok(
              new UploadView.Pending(views.of(firmware), UploadView.of(upload, addresses)));
      case Renewed.NotPending(var firmware) ->
          Problem.conflict(
                  "No bytes are awaited: the firmware is %s."
                      .formatted(firmware.stage().wireName()))
              .toResponse(request.requestId());
      case Renewed.NotFound() -> Views.notFound(request).toResponse(request.requestId());
    };
  }

  private static Parts parts(HttpRequest request) {
    Fields fields = request.jsonOrEmpty();
    int first = (int) fields.numberOr("first_part", 1, 1, MOST_PARTS);
    int count = (int) fields.numberOr("count", 100, 1, MOST_ADDRESSES);
    fields.throwIfInvalid();
    return new Parts(first, count);
  }
}
