package io.updraft.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.fleet.http.Answer;
import io.updraft.fleet.http.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rules, points and alerts by the API, as an admin. */
record AlertApi(Operator operator) {
  private static final String TELEMETRY = "/api/v1/telemetry/";
  private static final String RULES = "alerts/rules";

  /** Makes a rule; returns its id. */
  String rule(Map<String, ?> rule) throws InterruptedException {
    return answer(Call.post(TELEMETRY + RULES, rule)).text("rule_id");
  }

  JsonNode rule(String id) throws InterruptedException {
    return answer(Call.get(TELEMETRY + RULES + "/" + id)).body();
  }

  void enable(String rule, boolean enabled) throws InterruptedException {
    put(RULES + "/" + rule + "/enable", Map.of("enabled", enabled));
  }

  void delete(String rule) throws InterruptedException {
    var _ = answer(new Call("DELETE", TELEMETRY + RULES + "/" + rule, null, Call.Kind.OTHER));
  }

  /** Sends points of one device in one batch, all of which must be good. */
  void send(String device, List<? extends Map<String, ?>> points) throws InterruptedException {
    String path = TELEMETRY + "devices/" + device + "/telemetry/batch";
    Answer answer = answer(Call.batch(path, Map.of("data_points", points)));
    if (answer.body().path("ingested_count").asInt() != points.size()) {
      throw new AssertionError("some points were refused: " + answer.body());
    }
  }

  /** All alerts that match, newest first. */
  List<JsonNode> alerts(String filter) throws InterruptedException {
    List<JsonNode> all = new ArrayList<>();
    String cursor = "";
    do {
      Answer page = answer(Call.get(TELEMETRY + "alerts?limit=200&" + filter + cursor));
      page.body().path("alerts").forEach(all::add);
      cursor = page.text("next_cursor").isEmpty() ? "" : "&cursor=" + page.text("next_cursor");
    } while (!cursor.isEmpty());
    return all;
  }

  List<JsonNode> alertsOf(String device) throws InterruptedException {
    return alerts("device_id=" + device);
  }

  /** Acknowledges, resolves, suppresses. */
  void move(JsonNode alert, String move, Map<String, ?> details) throws InterruptedException {
    put("alerts/" + alert.path("alert_id").asText() + "/" + move, details);
  }

  private void put(String path, Map<String, ?> body) throws InterruptedException {
    var _ = answer(Call.put(TELEMETRY + path, body));
  }

  private Answer answer(Call call) throws InterruptedException {
    return operator
        .api()
        .send(call, operator.admin())
        .require(call.method() + " " + call.path() + " " + call.body());
  }
}
