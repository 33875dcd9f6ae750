package io.updraft.firmware.delete;

import io.updraft.firmware.domain.Firmwares;
import io.updraft.firmware.domain.IncomingBytes;
import io.updraft.firmware.domain.KeptBytes;
import io.updraft.firmware.moves.MoveAnswers;
import io.updraft.firmware.view.Actors;
import io.updraft.firmware.view.Views;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import java.time.Clock;

/**
 * {@code DELETE /api/v1/ota/firmware/{firmware_id}}: 200 with the firmware as it now is, {@code
 * deleted}, or {@code deprecated} where something has referred to it.
 */
public final class DeleteHandler implements Operation {
  private final DeleteFirmware deleteFirmware;
  private final MoveAnswers answers;
  private final Clock clock;

  public DeleteHandler(
      Firmwares firmwares, IncomingBytes incoming, KeptBytes kept, Views views, Clock clock) {
    this.deleteFirmware = new DeleteFirmware(firmwares, incoming, kept);
    this.answers = new MoveAnswers(views);
    this.clock = clock;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    var moved = deleteFirmware.delete(request.path("firmware_id"), Actors.of(request, clock));
    return answers.render(moved, "deleted", request);
  }
}
