package io.updraft.device.ddi;

import io.updraft.device.domain.Device;
import io.updraft.device.domain.Update;
import io.updraft.device.poll.Next;
import io.updraft.device.poll.NextUpdate;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Problem;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code GET /{organization}/controller/v1/{controller_id}}: what there is for the device to do.
 */
final class BaseHandler implements ControllerOperation {
  private final Contacts contacts;
  private final DdiSettings settings;

  BaseHandler(Contacts contacts, DdiSettings settings) {
    this.contacts = contacts;
    this.settings = settings;
  }

  @Override
  public HttpResponse handle(Controller controller, HttpRequest request) {
    NextUpdate.Contact contact = contacts.of(controller);
    if (contact.next() instanceof Next.TooManyNew tooMany) {
      throw Problem.rateLimited(tooMany.quota().usedUp(), tooMany.renewedAfter()).exception();
    }
    Links links = Links.of(settings.address(), controller, request);
    Map<String, Object> shown = links(links, contact);
    Polling polling =
        new Polling(settings.poll().pollInterval(request.caller()), settings.busyInterval());
    String sleep = polling.sleep(controller.deviceId(), !(contact.next() instanceof Next.Nothing));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("config", Map.of("polling", Map.of("sleep", sleep)));
    if (!shown.isEmpty()) {
      answer.put("_links", shown);
    }
    return Answers.of(request, answer);
  }

  private static Map<String, Object> links(Links links, NextUpdate.Contact contact) {
    Map<String, Object> shown = new LinkedHashMap<>();
    contact.device().ifPresent(device -> putNext(shown, links, device, contact.next()));
    Device.Dialogue dialogue = contact.device().map(Device::dialogue).orElse(Device.Dialogue.NONE);
    if (dialogue.installed() != null) {
      shown.put("installedBase", links.installed(ActionId.of(dialogue.installed())));
    }
    boolean described = contact.device().filter(d -> !d.attributes().isEmpty()).isPresent();
    if (!dialogue.described() || !described) {
      shown.put("configData", links.configData());
    }
    return shown;
  }

  private static void putNext(Map<String, Object> shown, Links links, Device device, Next next) {
    switch (next) {
      case Next.Install install -> putUpdate(shown, links, device, install.update());
      case Next.GiveUp giveUp ->
          shown.put("cancelAction", links.cancel(ActionId.of(giveUp.update().id())));
      case Next.Nothing _, Next.TooManyNew _ -> {}
    }
  }

  private static void putUpdate(
      Map<String, Object> shown, Links links, Device device, Update update) {
    ActionId action = ActionId.of(update.id());
    if (Confirmation.missing(device, update)) {
      shown.put("confirmationBase", links.confirmation(action));
    } else {
      shown.put("deploymentBase", links.deployment(action, update.course().revision()));
    }
  }
}
