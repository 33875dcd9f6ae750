package io.updraft.firmware.moves;

import io.updraft.firmware.domain.Firmware;
import io.updraft.firmware.view.Views;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Problem;

/** Answers a command of the life cycle. */
public final class MoveAnswers {
  private final Views views;

  public MoveAnswers(Views views) {
    this.views = views;
  }

  /**
   * The answer.
   *
   * @param target the stage that was wanted, as answers name it
   */
  public HttpResponse render(Moved moved, String target, HttpRequest request) {
    return switch (moved) {
      case Moved.Done(_, var firmware) -> HttpResponse.ok(views.of(firmware));
      case Moved.Unchanged(var firmware) -> HttpResponse.ok(views.of(firmware));
      case Moved.Forbidden(var firmware) ->
          forbidden(firmware, target).toResponse(request.requestId());
      case Moved.NotFound() -> Views.notFound(request).toResponse(request.requestId());
    };
  }

  private static Problem forbidden(Firmware firmware, String target) {
    return Problem.invalidTransition(
        firmware.stage().wireName(), target, firmware.stage().commanded());
  }
}
