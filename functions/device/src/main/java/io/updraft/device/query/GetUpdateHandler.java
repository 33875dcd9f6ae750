package io.updraft.device.query;

import io.updraft.device.domain.Updates;
import io.updraft.device.domain.Views;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import io.updraft.http.Problem;

/** {@code GET /api/v1/ota/updates/{update_id}}, for users and the update's own device. */
public final class GetUpdateHandler implements Operation {
  private final Updates updates;

  public GetUpdateHandler(Updates updates) {
    this.updates = updates;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    String updateId = request.path("update_id");
    return updates
        .find(request.caller().organization(), updateId)
        .filter(u -> request.caller().mayActFor(u.assignment().deviceId()))
        .map(u -> HttpResponse.ok(Views.of(u)))
        .orElseThrow(() -> Problem.notFound("update", updateId).exception());
  }
}
