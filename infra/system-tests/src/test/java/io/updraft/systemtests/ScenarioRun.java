package io.updraft.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.updraft.fleet.http.Call;
import io.updraft.fleet.http.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Carries out one scenario on a runtime, with a rule, a metric and two devices that only it has.
 * One of these, {@code device}, is in the registry.
 */
final class ScenarioRun {
  private static final String REGISTERED = "device";
  private static final String OTHER = "other";
  private static final String METRIC = "temperature";

  private final AlertApi api;
  private final Probe probe;
  private final Instant base;
  private final AlertScenario scenario;
  private final String suffix;
  private String rule = "";
  private String lastDevice = "";
  private List<Map<String, Object>> lastBatch = List.of();

  /**
   * @param base the second 0 of the scenario; a point can't be much later than the present
   * @param number of the scenario, for names of its own
   */
  ScenarioRun(AlertApi api, Probe probe, Instant base, AlertScenario scenario, int number) {
    this.api = api;
    this.probe = probe;
    this.base = base;
    this.scenario = scenario;
    this.suffix = "-" + number;
  }

  /** The alerts that there are in the end, each in one line, as the table has them. */
  List<String> run() throws Exception {
    register();
    rule = api.rule(Map.copyOf(Json.object(ownRule().toString(), scenario.name())));
    for (String step : scenario.steps()) {
      carryOut(step);
    }
    List<String> lines = new ArrayList<>();
    for (String device : List.of(REGISTERED, OTHER)) {
      probe.awaitJudged(device + suffix);
      alerts(device).map(alert -> line(device, alert)).forEach(lines::add);
    }
    return lines;
  }

  private void register() throws InterruptedException {
    Map<String, ?> profile =
        Map.of("model", "sensor", "hardware_version", "1.2.0", "groups", List.of("hall"));
    var _ =
        api.operator()
            .api()
            .send(
                Call.put("/api/v1/devices/" + REGISTERED + suffix, profile), api.operator().admin())
            .require("register a device");
  }

  private ObjectNode ownRule() {
    ObjectNode own = scenario.rule().deepCopy().put("name", scenario.name());
    own.put("metric_name", own.path("metric_name").asText(METRIC) + suffix);
    if (own.has("device_ids")) {
      List<String> named = AlertScenario.texts(own.path("device_ids"));
      own.putArray("device_ids").addAll(named.stream().map(id -> text(id + suffix)).toList());
    }
    return own;
  }

  private static JsonNode text(String text) {
    return Json.lenient('"' + text + '"');
  }

  private void carryOut(String step) throws Exception {
    String[] words = step.split(" ", 2);
    switch (words[0]) {
      case "again" -> api.send(lastDevice, lastBatch);
      case "acknowledge", "resolve" -> move(words[0], Map.of());
      case "suppress" -> {
        Instant until = Instant.now().plusSeconds(Long.parseLong(words[1]));
        move(words[0], Map.of("until", until.toString()));
      }
      case "disable", "enable" -> {
        awaitJudged();
        api.enable(rule, words[0].equals("enable"));
      }
      case "delete" -> {
        awaitJudged();
        api.delete(rule);
      }
      case "other:" -> send(OTHER + suffix, words[1]);
      default -> send(REGISTERED + suffix, step);
    }
  }

  /** Whatever follows must not come before what was sent. */
  private void awaitJudged() throws Exception {
    if (!lastDevice.isEmpty()) {
      probe.awaitJudged(lastDevice);
    }
  }

  private void move(String move, Map<String, ?> details) throws Exception {
    awaitJudged();
    api.move(alerts(REGISTERED).findFirst().orElseThrow(), move, details);
  }

  private void send(String device, String batch) throws InterruptedException {
    lastDevice = device;
    lastBatch = Arrays.stream(batch.split("; ", -1)).map(this::point).toList();
    api.send(lastDevice, lastBatch);
  }

  private Map<String, Object> point(String text) {
    String[] words = text.split(" ", 2);
    Instant time = base.plusSeconds(Long.parseLong(words[0]));
    return Map.of(
        "timestamp", time.toString(),
        "metric_name", METRIC + suffix,
        "value", Json.lenient(words[1]));
  }

  /** Newest first. */
  private Stream<JsonNode> alerts(String device) throws InterruptedException {
    return api.alertsOf(device + suffix).stream().filter(alert -> !probe.isOwn(alert));
  }

  private String line(String device, JsonNode alert) {
    return "%s%s first=%d last=%d violations=%d value=%s"
        .formatted(
            device.equals(REGISTERED) ? "" : device + ": ",
            alert.path("status").asText(),
            seconds(alert.path("first_violation")),
            seconds(alert.path("last_violation")),
            alert.path("violation_count").asLong(),
            alert.path("current_value").asText());
  }

  private long seconds(JsonNode time) {
    return Duration.between(base, Instant.parse(time.asText())).toSeconds();
  }
}
