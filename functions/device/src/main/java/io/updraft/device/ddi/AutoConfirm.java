package io.updraft.device.ddi;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.device.domain.Device;
import io.updraft.device.domain.Dialogues;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Json;
import io.updraft.http.Problem;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST .../confirmationBase/activateAutoConfirm} and {@code .../deactivateAutoConfirm}: each
 * update counts as confirmed, or has to be asked for again.
 */
final class AutoConfirm {
  private static final int MOST_BYTES = 1 << 12;
  private static final int LONGEST_TEXT = 128;

  private final Dialogues dialogues;
  private final Clock clock;

  AutoConfirm(Dialogues dialogues, Clock clock) {
    this.dialogues = dialogues;
    this.clock = clock;
  }

  HttpResponse activate(Controller controller, HttpRequest request) {
    JsonNode body =
        Json.read(
            request.body().length == 0 ? new byte[] {'{', '}'} : request.jsonBytes(MOST_BYTES));
    return kept(
        controller,
        new Device.Consent(text(body, "initiator"), text(body, "remark"), clock.instant()));
  }

  HttpResponse deactivate(Controller controller, HttpRequest request) {
    return kept(controller, null);
  }

  private HttpResponse kept(Controller controller, Device.@Nullable Consent consent) {
    if (!dialogues.consent(controller.organization(), controller.deviceId(), consent)) {
      throw Problem.notFound("device", controller.deviceId()).exception();
    }
    return Answers.taken();
  }

  private static @Nullable String text(JsonNode body, String field) {
    String text = body.path(field).asText("").strip();
    if (text.length() > LONGEST_TEXT) {
      throw Problem.malformed("Send %s of at most %d characters.".formatted(field, LONGEST_TEXT))
          .exception();
    }
    return text.isEmpty() ? null : text;
  }

  /** As {@code confirmationBase} shows it. */
  static Map<String, Object> of(Device.@Nullable Consent consent) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("active", consent != null);
    if (consent != null) {
      shown.put("activatedAt", consent.since().toEpochMilli());
      putIfThere(shown, "initiator", consent.by());
      putIfThere(shown, "remark", consent.remark());
    }
    return shown;
  }

  private static void putIfThere(Map<String, Object> shown, String name, @Nullable String text) {
    if (text != null) {
      shown.put(name, text);
    }
  }
}
