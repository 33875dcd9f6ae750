package io.updraft.device.ddi;

import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Problem;
import java.util.Map;

/** {@code GET .../cancelAction/{action_id}}: what the device is to give up. */
final class CancelHandler implements ControllerOperation {
  private final FindAction findAction;

  CancelHandler(FindAction findAction) {
    this.findAction = findAction;
  }

  @Override
  public HttpResponse handle(Controller controller, HttpRequest request) {
    String number = request.path("action_id");
    if (findAction.toShow(controller, number) instanceof Action.Unfinished found
        && findAction.toBeGivenUp(found)) {
      return Answers.of(request, Map.of("id", number, "cancelAction", Map.of("stopId", number)));
    }
    throw Problem.notFound("action to cancel", number).exception();
  }
}
