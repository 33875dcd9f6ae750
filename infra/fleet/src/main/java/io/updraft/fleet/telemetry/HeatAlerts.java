package io.updraft.fleet.telemetry;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.fleet.http.Api;
import io.updraft.fleet.http.Call;
import io.updraft.fleet.http.Credentials;
import io.updraft.fleet.http.Patience;
import io.updraft.fleet.http.Refused;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The operator's part with alerts: makes a rule of its own for this run, and compares its alerts
 * with what devices have sent.
 */
public final class HeatAlerts {
  private static final String ALERTS = "/api/v1/telemetry/alerts";
  private static final int PAGE = 100;
  private static final int MOST_PAGES = 10_000;

  /** Points are judged after they were acknowledged: so often is asked without getting nearer. */
  private static final int MOST_IN_VAIN = 5;

  private final Api api;
  private final Credentials operator;
  private final Patience patience;
  private final Clock clock;
  private final String rule;

  private HeatAlerts(Api api, Credentials operator, Patience patience, Clock clock, String rule) {
    this.api = api;
    this.operator = operator;
    this.patience = patience;
    this.clock = clock;
    this.rule = rule;
  }

  /**
   * What came of it.
   *
   * @param rule its id
   * @param expected the devices that have to have an alert
   * @param there how many alerts there are of the fleet's devices
   * @param resolved how many of them are resolved
   * @param differences a sentence each; none where all is well
   */
  public record Result(
      String rule, List<String> expected, int there, int resolved, List<String> differences) {
    public Result {
      expected = List.copyOf(expected);
      differences = List.copyOf(differences);
    }
  }

  /**
   * Makes the rule, from when on it is judged by it.
   *
   * @param group whose members it is for
   * @throws Refused where the server refuses it
   */
  public static HeatAlerts begin(
      Api api, Credentials operator, Patience patience, Clock clock, String group)
      throws InterruptedException {
    String name = "Simulated heat " + clock.instant();
    String rule =
        api.send(Call.post(ALERTS + "/rules", HeatRule.fields(name, group)), operator)
            .require("make an alert rule")
            .text("rule_id");
    return new HeatAlerts(api, operator, patience, clock, rule);
  }

  /**
   * Compares, again and again until there is no difference or they get no fewer; no device may send
   * meanwhile.
   */
  public Result verify(TelemetryFleet fleet) throws InterruptedException {
    Patience.Waits waits = patience.waits();
    Result result = compared(fleet);
    for (int inVain = 0; inVain < MOST_IN_VAIN && !result.differences().isEmpty(); ) {
      waits.pause(Duration.ZERO);
      Result next = compared(fleet);
      inVain = next.differences().size() < result.differences().size() ? 0 : inVain + 1;
      result = next;
    }
    return result;
  }

  /**
   * Disables the rule, so that later runs don't break it; its alerts can still be looked at.
   *
   * @return its id
   */
  public String end() throws InterruptedException {
    return api.send(
            Call.put(ALERTS + "/rules/" + rule + "/enable", Map.of("enabled", false)), operator)
        .require("disable the alert rule")
        .text("rule_id");
  }

  private Result compared(TelemetryFleet fleet) throws InterruptedException {
    Map<String, List<JsonNode>> found = found();
    Instant now = clock.instant();
    List<String> expected = new ArrayList<>();
    List<String> differences = new ArrayList<>();
    List<JsonNode> there = new ArrayList<>();
    for (TelemetryDevice device : fleet.devices()) {
      List<JsonNode> ofDevice = found.getOrDefault(device.id(), List.of());
      there.addAll(ofDevice);
      if (device.violations().callForAlert()) {
        expected.add(device.id());
      }
      device
          .violations()
          .difference(ofDevice, now)
          .ifPresent(difference -> differences.add(device.id() + ": " + difference));
    }
    int resolved = Math.toIntExact(there.stream().filter(Violations::isResolved).count());
    return new Result(rule, expected, there.size(), resolved, differences);
  }

  /** By device. */
  private Map<String, List<JsonNode>> found() throws InterruptedException {
    Map<String, List<JsonNode>> found = new HashMap<>();
    String page = ALERTS + "?rule_id=" + rule + "&limit=" + PAGE;
    String next = page;
    for (int i = 0; i < MOST_PAGES; i++) {
      JsonNode answer = api.send(Call.get(next), operator).require("list alerts").body();
      for (JsonNode alert : answer.path("alerts")) {
        found.computeIfAbsent(alert.path("device_id").asText(), _ -> new ArrayList<>()).add(alert);
      }
      JsonNode cursor = answer.path("next_cursor");
      if (!cursor.isTextual()) {
        return found;
      }
      next = page + "&cursor=" + URLEncoder.encode(cursor.textValue(), StandardCharsets.UTF_8);
    }
    throw new Refused("the alerts of %s have no end".formatted(rule));
  }
}
