package io.updraft.firmware.recall;

import io.updraft.firmware.domain.Firmwares;
import io.updraft.firmware.moves.MoveAnswers;
import io.updraft.firmware.moves.MoveFirmware;
import io.updraft.firmware.view.Actors;
import io.updraft.firmware.view.Views;
import io.updraft.http.Fields;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import java.time.Clock;

/** {@code POST /api/v1/ota/firmware/{firmware_id}/recall} with a {@code reason}. */
public final class RecallHandler implements Operation {
  private final RecallFirmware recallFirmware;
  private final MoveAnswers answers;
  private final Clock clock;

  public RecallHandler(Firmwares firmwares, Views views, Clock clock) {
    this.recallFirmware = new RecallFirmware(new MoveFirmware(firmwares));
    this.answers = new MoveAnswers(views);
    this.clock = clock;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    Fields fields = request.json();
    String reason = fields.text("reason", 1, 1000);
    fields.throwIfInvalid();
    var moved =
        recallFirmware.recall(request.path("firmware_id"), reason, Actors.of(request, clock));
    return answers.render(moved, "recalled", request);
  }
}
