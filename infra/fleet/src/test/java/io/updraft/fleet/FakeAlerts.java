package io.updraft.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One rule on high temperatures and its alerts; windows are as long as a test. */
final class FakeAlerts {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int PAGE = 2;

  private final Map<String, Set<String>> violations = new TreeMap<>();
  private final Set<Fault> faults = EnumSet.noneOf(Fault.class);
  private JsonNode rule = MAPPER.createObjectNode();
  private boolean enabled;

  /** What it does wrong when it is told to. */
  enum Fault {
    TRIGGERS_NOTHING,
    TRIGGERS_FOR_ALL,
    RESOLVES_AT_ONCE,
    COUNTS_TOO_MANY
  }

  synchronized void goWrong(Fault fault) {
    faults.add(fault);
  }

  synchronized JsonNode rule() {
    return rule;
  }

  synchronized boolean isEnabled() {
    return enabled;
  }

  synchronized ObjectNode create(JsonNode asked) {
    rule = asked;
    enabled = true;
    return MAPPER.createObjectNode().put("rule_id", "rule_1");
  }

  synchronized ObjectNode enable(JsonNode asked) {
    enabled = asked.path("enabled").asBoolean();
    return MAPPER.createObjectNode().put("rule_id", "rule_1");
  }

  /** The points that were accepted; the same ones again make no difference. */
  synchronized void judge(String device, List<ObjectNode> points) {
    for (JsonNode point : points) {
      if (enabled && point.path("metric_name").asText().equals("temperature")) {
        judge(device, point);
      }
    }
  }

  private void judge(String device, JsonNode point) {
    if (point.path("value").asDouble() > 80 || faults.contains(Fault.TRIGGERS_FOR_ALL)) {
      violations
          .computeIfAbsent(device, _ -> new TreeSet<>())
          .add(point.path("timestamp").asText());
    }
  }

  /** A page of the alerts; small, so that there are several. */
  synchronized ObjectNode list(String query) {
    List<ObjectNode> all = new ArrayList<>();
    violations.forEach((device, times) -> all.add(alert(device, times.size())));
    all.removeIf(
        alert ->
            alert.path("violation_count").asInt() < 3
                || faults.contains(Fault.TRIGGERS_NOTHING)
                || !query.contains("rule_id=rule_1"));
    int from = query.contains("cursor=") ? Integer.parseInt(query.replaceAll(".*cursor=", "")) : 0;
    int to = Math.min(all.size(), from + PAGE);
    ObjectNode answer = MAPPER.createObjectNode();
    answer.putArray("alerts").addAll(all.subList(from, to));
    return to < all.size()
        ? answer.put("next_cursor", Integer.toString(to))
        : answer.putNull("next_cursor");
  }

  private ObjectNode alert(String device, int count) {
    return MAPPER
        .createObjectNode()
        .put("device_id", device)
        .put("status", faults.contains(Fault.RESOLVES_AT_ONCE) ? "resolved" : "active")
        .put("resolved_by", "system")
        .put("violation_count", faults.contains(Fault.COUNTS_TOO_MANY) ? count + 1 : count);
  }
}
