package io.updraft.firmware.deprecate;

import io.updraft.firmware.domain.Firmwares;
import io.updraft.firmware.moves.MoveAnswers;
import io.updraft.firmware.moves.MoveFirmware;
import io.updraft.firmware.view.Actors;
import io.updraft.firmware.view.Views;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import java.time.Clock;

/** {@code POST /api/v1/ota/firmware/{firmware_id}/deprecate}. */
public final class DeprecateHandler implements Operation {
  private final DeprecateFirmware deprecateFirmware;
  private final MoveAnswers answers;
  private final Clock clock;

  public DeprecateHandler(Firmwares firmwares, Views views, Clock clock) {
    this.deprecateFirmware = new DeprecateFirmware(new MoveFirmware(firmwares));
    this.answers = new MoveAnswers(views);
    this.clock = clock;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    var moved = deprecateFirmware.deprecate(request.path("firmware_id"), Actors.of(request, clock));
    return answers.render(moved, "deprecated", request);
  }
}
