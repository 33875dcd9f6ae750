package io.updraft.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Data points, by the rules of the API as far as devices and those who ask see them. */
final class FakeTelemetry {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Map<String, TreeMap<String, ObjectNode>> points = new TreeMap<>();
  private final Map<String, Answer> batches = new HashMap<>();
  private final Set<Fault> faults = EnumSet.noneOf(Fault.class);
  private int repeats;

  /** What it does wrong when it is told to. */
  enum Fault {
    LOSES_POINTS,
    KEEPS_THE_FIRST,
    TAKES_BAD_POINTS,
    TAKES_BATCHES_AGAIN,
    INVENTS_POINTS
  }

  record Answer(int status, ObjectNode body) {}

  synchronized void goWrong(Fault fault) {
    faults.add(fault);
  }

  /** How many batches came that had come before. */
  synchronized int repeats() {
    return repeats;
  }

  /** How many points are kept of a device. */
  synchronized int count(String device) {
    return points.getOrDefault(device, new TreeMap<>()).size();
  }

  /** What is kept of a device, by metric and time. */
  synchronized List<ObjectNode> kept(String device) {
    return List.copyOf(points.getOrDefault(device, new TreeMap<>()).values());
  }

  synchronized Answer take(String device, JsonNode body) {
    String id = device + " " + body.path("batch_id").asText();
    Answer before = batches.get(id);
    repeats += before == null ? 0 : 1;
    if (before != null && !faults.contains(Fault.TAKES_BATCHES_AGAIN)) {
      return before;
    }
    Answer answer = taken(device, body.path("data_points"));
    batches.put(id, answer);
    return answer;
  }

  private Answer taken(String device, JsonNode offered) {
    ArrayNode errors = MAPPER.createArrayNode();
    for (int i = 0; i < offered.size(); i++) {
      String wrong = wrong(offered.get(i));
      if (wrong.isEmpty() || faults.contains(Fault.TAKES_BAD_POINTS)) {
        keep(device, offered.get(i));
      } else {
        errors.addObject().put("index", i).put("field", wrong).put("message", "is wrong");
      }
    }
    int accepted = offered.size() - errors.size();
    return accepted == 0 ? refused(errors) : accepted(accepted, errors);
  }

  private static Answer accepted(int accepted, ArrayNode errors) {
    ObjectNode body = MAPPER.createObjectNode().put("success", true);
    body.put("ingested_count", accepted).put("failed_count", errors.size());
    body.set("errors", errors);
    return new Answer(200, body);
  }

  private static Answer refused(ArrayNode errors) {
    ObjectNode body = MAPPER.createObjectNode().put("code", "VALIDATION");
    ArrayNode fields = body.putArray("errors");
    errors.forEach(
        error ->
            fields
                .addObject()
                .put(
                    "field",
                    "data_points[%d].%s"
                        .formatted(error.path("index").asInt(), error.path("field").asText()))
                .put("message", "is wrong"));
    return new Answer(422, body);
  }

  private static String wrong(JsonNode point) {
    JsonNode value = point.path("value");
    if (value.isMissingNode() || (value.isNumber() && Double.isInfinite(value.asDouble()))) {
      return "value";
    }
    return point.path("timestamp").asText().endsWith("Z") ? "" : "timestamp";
  }

  private void keep(String device, JsonNode point) {
    TreeMap<String, ObjectNode> kept = points.computeIfAbsent(device, _ -> new TreeMap<>());
    String key = point.path("metric_name").asText() + " " + point.path("timestamp").asText();
    if (faults.contains(Fault.LOSES_POINTS) && kept.size() > 20) {
      return;
    }
    if (!faults.contains(Fault.KEEPS_THE_FIRST) || !kept.containsKey(key)) {
      kept.put(key, point.deepCopy());
    }
    if (faults.contains(Fault.INVENTS_POINTS)) {
      ObjectNode invented = point.deepCopy();
      String time = Instant.parse(point.path("timestamp").asText()).minusNanos(1_000).toString();
      kept.put(point.path("metric_name").asText() + " " + time, invented.put("timestamp", time));
    }
  }

  /** A page of what is kept of one device; small, so that there are several. */
  synchronized ObjectNode query(JsonNode question) {
    List<ObjectNode> asked =
        kept(question.path("devices").path(0).asText()).stream()
            .filter(point -> within(point, question))
            .toList();
    int from = question.path("cursor").asInt(0);
    int to = Math.min(asked.size(), from + 25);
    ObjectNode answer = MAPPER.createObjectNode();
    answer.putArray("data_points").addAll(asked.subList(from, to));
    return to < asked.size()
        ? answer.put("next_cursor", Integer.toString(to))
        : answer.putNull("next_cursor");
  }

  private static boolean within(JsonNode point, JsonNode question) {
    Instant time = Instant.parse(point.path("timestamp").asText());
    return !time.isBefore(Instant.parse(question.path("start_time").asText()))
        && time.isBefore(Instant.parse(question.path("end_time").asText()));
  }
}
