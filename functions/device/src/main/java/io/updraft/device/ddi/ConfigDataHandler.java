package io.updraft.device.ddi;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.device.domain.Dialogues;
import io.updraft.device.registry.DescribeDevice;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Json;
import io.updraft.http.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code PUT .../configData}: the attributes of a device. */
final class ConfigDataHandler implements ControllerOperation {
  private static final int MOST_BYTES = 1 << 16;
  private static final int MOST_PAIRS = 100;
  private static final int LONGEST = 128;
  private static final Duration COME_BACK = Duration.ofSeconds(2);

  private final DescribeDevice describeDevice;
  private final Dialogues dialogues;
  private final Clock clock;

  ConfigDataHandler(DescribeDevice describeDevice, Dialogues dialogues, Clock clock) {
    this.describeDevice = describeDevice;
    this.dialogues = dialogues;
    this.clock = clock;
  }

  @Override
  public HttpResponse handle(Controller controller, HttpRequest request) {
    JsonNode body = Json.read(request.jsonBytes(MOST_BYTES));
    DescribeDevice.Mode mode =
        body.hasNonNull("mode")
            ? Feedback.choice(body.path("mode"), "mode", DescribeDevice.Mode.class)
            : DescribeDevice.Mode.MERGE;
    Map<String, String> data = data(body.path("data"));
    return switch (describeDevice.describe(
        controller.organization(), controller.deviceId(), mode, data, clock.instant())) {
      case DONE -> taken(controller);
      case UNKNOWN_DEVICE -> throw Problem.notFound("device", controller.deviceId()).exception();
      case CONTENDED ->
          throw Problem.unavailable("The device is being changed by others.", COME_BACK)
              .exception();
    };
  }

  private HttpResponse taken(Controller controller) {
    dialogues.described(controller.organization(), controller.deviceId());
    return Answers.taken();
  }

  private static Map<String, String> data(JsonNode node) {
    if (!node.isObject() || node.isEmpty() || node.size() > MOST_PAIRS) {
      throw malformed();
    }
    Map<String, String> data = new LinkedHashMap<>();
    for (var pair : node.properties()) {
      String value = pair.getValue().isValueNode() ? pair.getValue().asText("") : null;
      if (value == null || value.length() > LONGEST || pair.getKey().length() > LONGEST) {
        throw malformed();
      }
      data.put(pair.getKey(), value);
    }
    return data;
  }

  private static RuntimeException malformed() {
    return Problem.malformed(
            "Send data with 1 to %d names and texts of at most %d characters."
                .formatted(MOST_PAIRS, LONGEST))
        .exception();
  }
}
