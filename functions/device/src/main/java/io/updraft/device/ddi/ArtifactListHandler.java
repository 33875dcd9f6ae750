package io.updraft.device.ddi;

import io.updraft.device.download.GetDownload;
import io.updraft.firmware.published.Clearances;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Problem;
import java.time.Clock;

/** {@code GET .../softwaremodules/{module_id}/artifacts}: the files of what a device is to have. */
final class ArtifactListHandler implements ControllerOperation {
  private final GetDownload getDownload;
  private final Clearances clearances;
  private final DdiSettings settings;
  private final Clock clock;

  ArtifactListHandler(
      GetDownload getDownload, Clearances clearances, DdiSettings settings, Clock clock) {
    this.getDownload = getDownload;
    this.clearances = clearances;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public HttpResponse handle(Controller controller, HttpRequest request) {
    String moduleId = request.path("module_id");
    Deployment deployment =
        new Deployment(Links.of(settings.address(), controller, request), clock.instant());
    return getDownload
        .forDevice(controller.organization(), controller.deviceId(), moduleId)
        .flatMap(_ -> clearances.read(controller.organization(), moduleId))
        .map(deployment::artifacts)
        .map(artifacts -> Answers.of(request, artifacts))
        .orElseThrow(() -> Problem.notFound("software module", moduleId).exception());
  }
}
