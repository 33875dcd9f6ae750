package io.updraft.alert.query;

import io.updraft.alert.domain.AlertId;
import io.updraft.alert.domain.Alerts;
import io.updraft.alert.moves.AlertView;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;

/** {@code GET /api/v1/telemetry/alerts/{alert_id}}. */
public final class ShowAlertHandler implements Operation {
  private final Alerts alerts;

  public ShowAlertHandler(Alerts alerts) {
    this.alerts = alerts;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    AlertId id = AlertView.id(request);
    return alerts
        .find(request.caller().organization(), id)
        .map(alert -> HttpResponse.ok(AlertView.of(alert)))
        .orElseThrow(() -> AlertView.notFound(id.text()));
  }
}
