package io.updraft.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.fleet.http.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Devices of which most are going to be deleted, in the middle of all that a device can be in: a
 * campaign that runs, updates outside of it, rules that name it, alerts.
 *
 * @param campaign over the devices that have no update of their own
 * @param updates by device, of the campaign and outside
 * @param sharedRule that names all devices
 * @param ownRules by device, which each names alone
 */
record DoomedFleet(
    Operator operator,
    Tokens tokens,
    String campaign,
    Map<String, String> updates,
    String sharedRule,
    Map<String, String> ownRules) {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String MODEL = "model-1";
  private static final String METRIC = "doom";

  /** Fewer than the campaign has, so that some updates are still to be released. */
  private static final int CONCURRENT = 6;

  /** Those that are not in the campaign. */
  static final List<String> ALONE = names(0, 4);

  private static final List<String> TARGETS = names(4, 20);

  static final List<String> DOOMED = names(0, 16);
  static final List<String> STAYING = names(16, 20);
  static final List<String> ALL = Stream.concat(DOOMED.stream(), STAYING.stream()).toList();

  private static List<String> names(int from, int to) {
    return IntStream.range(from, to).mapToObj("d-%02d"::formatted).toList();
  }

  /** Makes all of it. */
  static DoomedFleet of(RuntimeProcess runtime) throws Exception {
    Operator operator = Operator.of(runtime);
    for (String device : ALL) {
      register(operator, device);
    }
    AlertApi alerts = new AlertApi(operator);
    String sharedRule = alerts.rule(rule(METRIC, ALL));
    Map<String, String> ownRules = new LinkedHashMap<>();
    for (String device : ALONE) {
      ownRules.put(device, alerts.rule(rule("silence", List.of(device))));
    }
    for (String device : ALL) {
      alerts.send(device, List.of(point()));
    }
    Map<String, String> updates = new TreeMap<>(updatesOutside(operator));
    String campaign = startedCampaign(operator);
    updates.putAll(updatesOf(operator, campaign));
    assertThat(updates).containsOnlyKeys(ALL);
    DoomedFleet fleet =
        new DoomedFleet(operator, Tokens.of(runtime), campaign, updates, sharedRule, ownRules);
    fleet.begin();
    fleet.awaitAlerts(alerts);
    return fleet;
  }

  static void register(Operator operator, String device) throws InterruptedException {
    Map<String, String> profile =
        Map.of("model", MODEL, "hardware_version", "1.0.0", "firmware_version", "1.0.0");
    var _ =
        operator
            .api()
            .send(Call.put("/api/v1/devices/" + device, profile), operator.admin())
            .require("register " + device);
  }

  private static Map<String, ?> rule(String metric, List<String> devices) {
    return Map.of(
        "name", metric, "metric_name", metric, "condition", "> 80", "device_ids", devices);
  }

  private static Map<String, ?> point() {
    return Map.of("timestamp", Instant.now().toString(), "metric_name", METRIC, "value", 81);
  }

  private static Map<String, String> updatesOutside(Operator operator) throws InterruptedException {
    String firmware = operator.firmware(MODEL, "3.0.0", 1_000);
    Map<String, String> updates = new TreeMap<>();
    for (String device : ALONE) {
      updates.put(device, update(operator, device, firmware));
    }
    return updates;
  }

  private static String update(Operator operator, String device, String firmware)
      throws InterruptedException {
    return operator
        .post("devices/" + device + "/update", Map.of("firmware_id", firmware))
        .text("update_id");
  }

  private static String startedCampaign(Operator operator) throws InterruptedException {
    Map<String, ?> plan =
        Map.of(
            "name",
            "Over devices that are deleted",
            "firmware_id",
            operator.firmware(MODEL, "2.0.0", 1_000),
            "target_devices",
            TARGETS,
            "deployment_strategy",
            "immediate",
            "max_concurrent_updates",
            CONCURRENT);
    String campaign = operator.post("campaigns", plan).text("campaign_id");
    var _ = operator.post("campaigns/" + campaign + "/start", Map.of());
    return campaign;
  }

  private static Map<String, String> updatesOf(Operator operator, String campaign)
      throws Exception {
    String path = "campaigns/" + campaign + "/devices";
    List<JsonNode> targets =
        Eventually.read(
            PATIENCE,
            () -> operator.all(path, "devices"),
            all -> all.size() == TARGETS.size() && !withStatus(all, "scheduled").isEmpty());
    Map<String, String> updates = new TreeMap<>();
    targets.forEach(
        target ->
            updates.put(target.path("device_id").asText(), target.path("update_id").asText()));
    return updates;
  }

  private static List<JsonNode> withStatus(List<JsonNode> updates, String status) {
    return updates.stream().filter(u -> u.path("status").asText().equals(status)).toList();
  }

  /** Devices of the campaign that may begin are at work, and one outside of it. */
  private void begin() throws InterruptedException {
    List<JsonNode> targets = operator.all("campaigns/" + campaign + "/devices", "devices");
    for (JsonNode target : withStatus(targets, "scheduled")) {
      report(target.path("device_id").asText(), "downloading");
    }
    report(ALONE.getFirst(), "installing");
  }

  /** The update that a device had before the deletions. */
  String updateOf(String device) {
    return Objects.requireNonNull(updates.get(device), device);
  }

  /** A report of a device on its update; returns the state in which that is then. */
  String report(String device, String status) throws InterruptedException {
    String path = "/api/v1/ota/updates/" + updateOf(device) + "/status";
    return operator
        .api()
        .send(Call.report(path, Map.of("status", status)), tokens.device(device))
        .require("report as " + device)
        .text("status");
  }

  private void awaitAlerts(AlertApi api) throws Exception {
    List<JsonNode> alerts =
        Eventually.read(PATIENCE, () -> api.alerts(""), all -> all.size() == ALL.size());
    assertThat(alerts).hasSize(ALL.size());
  }

  /** A device comes back under its id, and gets an update anew; returns that. */
  String comeBack(String device) throws InterruptedException {
    register(operator, device);
    return update(operator, device, operator.firmware(MODEL, "4.0.0", 1_000));
  }

  /** Those that stay carry out their updates, each when it is its turn. */
  void finish() throws Exception {
    for (String device : STAYING) {
      String update = updateOf(device);
      String status =
          Eventually.read(PATIENCE, () -> status(update), now -> !now.equals("created"));
      assertThat(status).as("the update of " + device).isNotEqualTo("created");
      assertThat(report(device, "completed")).isEqualTo("completed");
    }
  }

  String status(String update) throws InterruptedException {
    return operator.get("updates/" + update).text("status");
  }
}
