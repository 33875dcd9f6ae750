package io.updraft.device.retry;

import io.updraft.device.domain.Devices;
import io.updraft.device.domain.UpdateStatus;
import io.updraft.device.domain.Updates;
import io.updraft.device.domain.Views;
import io.updraft.firmware.published.Clearances;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import io.updraft.http.Problem;
import java.time.Clock;

/** {@code POST /api/v1/ota/updates/{update_id}/retry}. */
public final class RetryUpdateHandler implements Operation {
  private final RetryUpdate retryUpdate;

  public RetryUpdateHandler(Devices devices, Updates updates, Clearances clearances, Clock clock) {
    retryUpdate = new RetryUpdate(devices, updates, clearances, clock);
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    String updateId = request.path("update_id");
    return switch (retryUpdate.retry(request.origin(), updateId)) {
      case Retried.Waiting(var update) -> HttpResponse.ok(Views.of(update));
      case Retried.NotFound _ -> throw Problem.notFound("update", updateId).exception();
      case Retried.NotFailed(var update) ->
          throw Problem.invalidTransition(
                  update.status().wireName(),
                  UpdateStatus.SCHEDULED.wireName(),
                  update.status().successors().stream().map(UpdateStatus::wireName).toList())
              .exception();
      case Retried.NoneLeft(var update) ->
          throw Problem.conflict(
                  "All %d retries are used up; start a new update instead."
                      .formatted(update.assignment().maxRetries()))
              .exception();
      case Retried.Stopped _ ->
          throw Problem.conflict(
                  "The firmware is recalled or the campaign is not in progress; start a new update.")
              .exception();
      case Retried.RollbackEnded _ ->
          throw Problem.conflict("The rollback has ended; start a new rollback of the device.")
              .exception();
      case Retried.Outdated(var update, var running) ->
          throw Problem.conflict(
                  "The device runs version %s by now, which is not older than %s; start a new update with force_update to override."
                      .formatted(running.text(), update.assignment().firmwareVersion()))
              .exception();
      case Retried.Taken _ ->
          throw Problem.conflict("The device has another update to this firmware by now.")
              .exception();
    };
  }
}
