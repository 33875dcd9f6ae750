package io.updraft.device.ddi;

import io.updraft.device.domain.Device;
import io.updraft.device.poll.Next;
import io.updraft.device.poll.NextUpdate;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code GET .../confirmationBase}: whether updates are confirmed in advance, and what waits. */
final class ConfirmationHandler implements ControllerOperation {
  private final Contacts contacts;
  private final DdiSettings settings;

  ConfirmationHandler(Contacts contacts, DdiSettings settings) {
    this.contacts = contacts;
    this.settings = settings;
  }

  @Override
  public HttpResponse handle(Controller controller, HttpRequest request) {
    NextUpdate.Contact contact = contacts.of(controller);
    Device device =
        contact
            .device()
            .orElseThrow(() -> Problem.notFound("device", controller.deviceId()).exception());
    Links links = Links.of(settings.address(), controller, request);
    Map<String, Object> shown = new LinkedHashMap<>();
    waiting(device, contact.next())
        .ifPresent(action -> shown.put("confirmationBase", links.confirmation(action)));
    Device.Consent consent = device.dialogue().consent();
    String move = consent == null ? "activateAutoConfirm" : "deactivateAutoConfirm";
    shown.put(move, links.confirmation(move));
    return Answers.of(request, Map.of("autoConfirm", AutoConfirm.of(consent), "_links", shown));
  }

  private static Optional<ActionId> waiting(Device device, Next next) {
    return next instanceof Next.Install install && Confirmation.missing(device, install.update())
        ? Optional.of(ActionId.of(install.update().id()))
        : Optional.empty();
  }
}
