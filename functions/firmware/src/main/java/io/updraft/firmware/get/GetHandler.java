package io.updraft.firmware.get;

import io.updraft.firmware.domain.Firmware;
import io.updraft.firmware.domain.Firmwares;
import io.updraft.firmware.view.Views;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;

/** {@code GET /api/v1/ota/firmware/{firmware_id}}. */
public final class GetHandler implements Operation {
  private final Firmwares firmwares;
  private final Views views;

  public GetHandler(Firmwares firmwares, Views views) {
    this.firmwares = firmwares;
    this.views = views;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    return firmwares
        .find(request.caller().organization(), request.path("firmware_id"))
        .filter(Firmware::isVisible)
        .map(firmware -> HttpResponse.ok(views.of(firmware)))
        .orElseGet(() -> Views.notFound(request).toResponse(request.requestId()));
  }
}
