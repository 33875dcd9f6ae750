package io.updraft.device.cancel;

import io.updraft.device.domain.UpdateStatus;
import io.updraft.device.domain.Updates;
import io.updraft.device.domain.Views;
import io.updraft.http.Fields;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import io.updraft.http.Problem;
import java.time.Clock;
import java.util.Objects;

/** {@code POST /api/v1/ota/updates/{update_id}/cancel}. */
public final class CancelUpdateHandler implements Operation {
  private final CancelUpdate cancelUpdate;

  public CancelUpdateHandler(Updates updates, Clock clock) {
    cancelUpdate = new CancelUpdate(updates, clock);
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    String updateId = request.path("update_id");
    Fields fields = request.jsonOrEmpty();
    String given = fields.optionalText("reason", 1, 200);
    fields.throwIfInvalid();
    String reason = Objects.requireNonNullElse(given, "cancelled by " + request.caller().user());
    return switch (cancelUpdate.cancel(request.origin(), updateId, reason)) {
      case Cancelled.Accepted(var update) -> HttpResponse.ok(Views.of(update));
      case Cancelled.Ended(var update) ->
          throw Problem.invalidTransition(
                  update.status().wireName(),
                  UpdateStatus.CANCELLED.wireName(),
                  update.status().successors().stream().map(UpdateStatus::wireName).toList())
              .exception();
      case Cancelled.NotFound _ -> throw Problem.notFound("update", updateId).exception();
    };
  }
}
