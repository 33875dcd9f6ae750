package io.updraft.device.start;

import io.updraft.http.Problem;
import java.time.Duration;

/** Says why an update was not started. */
final class Refusals {
  private Refusals() {}

  static Problem of(Started refused, String deviceId, Wanted wanted) {
    return switch (refused) {
      case Started.Waiting _ -> throw new IllegalArgumentException("nothing was refused");
      case Started.NoSuchDevice _ -> Problem.notFound("device", deviceId);
      case Started.NoSuchFirmware _ -> Problem.notFound("firmware", wanted.firmwareId());
      case Started.NotAvailable(String status) ->
          Problem.conflict(
              "The firmware is %s; only available firmware can be installed.".formatted(status));
      case Started.Unfit(String reason) ->
          Problem.conflict("Not started: %s. Use force_update to override.".formatted(reason));
      case Started.Away(Duration retryAfter) ->
          Problem.unavailable("The device could not be updated now; try it again.", retryAfter);
      case Started.Taken(String reason) ->
          Problem.conflict("Not started: %s. Wait for it, or cancel it first.".formatted(reason));
    };
  }
}
