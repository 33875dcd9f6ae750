package io.updraft.device.ddi;

import io.updraft.firmware.published.Clearances;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Problem;
import java.time.Clock;
import java.util.Map;

/** {@code GET .../installedBase/{action_id}}: the update that was completed last. */
final class InstalledHandler implements ControllerOperation {
  private final FindAction findAction;
  private final Clearances clearances;
  private final DdiSettings settings;
  private final Clock clock;

  InstalledHandler(
      FindAction findAction, Clearances clearances, DdiSettings settings, Clock clock) {
    this.findAction = findAction;
    this.clearances = clearances;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public HttpResponse handle(Controller controller, HttpRequest request) {
    String number = request.path("action_id");
    Deployment deployment =
        new Deployment(Links.of(settings.address(), controller, request), clock.instant());
    return findAction
        .installed(controller, number)
        .flatMap(
            update ->
                clearances
                    .read(controller.organization(), update.assignment().firmwareId())
                    .<Map<String, Object>>map(c -> deployment.installed(update, c)))
        .map(body -> Answers.of(request, body))
        .orElseThrow(() -> Problem.notFound("action", number).exception());
  }
}
