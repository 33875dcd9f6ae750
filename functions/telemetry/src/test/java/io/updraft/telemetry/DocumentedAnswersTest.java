package io.updraft.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.telemetry.domain.Figures;
import io.updraft.testing.ApiAnswer;
import io.updraft.testing.ApiDocument;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Answers of telemetry are what the API document says. */
@ExtendWith(DynamoDbServer.class)
class DocumentedAnswersTest {
  private static final String BASE = "/api/v1/telemetry";
  private static final String DEVICE = "/devices/{device_id}";
  private static final String GOOD =
      """
      {"timestamp": "2026-11-25T11:00:00.25Z", "metric_name": "temp", "value": 21.5, "unit": "C",
       "tags": {"room": "7"}, "metadata": {"a": [1, null]}, "quality": 90}""";
  private static final String OUTSIDE =
      """
      {"timestamp": "2026-11-25T11:01:00Z", "metric_name": "temp", "value": 200}""";
  private static final String TEXT =
      """
      {"timestamp": "2026-11-25T11:02:00Z", "metric_name": "state", "value": "open"}""";
  private static final Map<String, String> TEMP = Map.of("device_id", "d1", "name", "temp");
  private static final Map<String, String> RANGE =
      Map.of("start_time", "2026-11-25T00:00:00Z", "end_time", "2026-11-26T00:00:00Z");

  private final TestDatabase database;
  private TelemetryWorld world;

  DocumentedAnswersTest(TestDatabase database) {
    this.database = database;
    this.world = new TelemetryWorld(database);
  }

  @BeforeEach
  void send() {
    database.clearWithoutStreams();
    world = new TelemetryWorld(database);
    documented(
        201,
        "POST /metrics",
        world.define(
            "{\"name\": \"temp\", \"data_type\": \"numeric\", \"min_value\": 0, \"max_value\": 99}"));
    documented(
        200,
        "POST " + DEVICE + "/telemetry/batch",
        world.batch("d1", batch(GOOD, OUTSIDE, TEXT, "{}", "7")));
  }

  private static String batch(String... points) {
    return "{\"data_points\": [" + String.join(",", points) + "]}";
  }

  private static void documented(int status, String route, ApiAnswer answer) {
    assertThat(answer.status()).as("%s: %s", route, answer).isEqualTo(status);
    assertThat(ApiDocument.complaints(route.replaceFirst(" ", " " + BASE), answer)).isEmpty();
  }

  /** The check itself: of a member that is missing, and of those that are not documented. */
  @Test
  void noticesWhatIsNotDocumented() {
    ApiAnswer answer = world.query(question(Map.of()));
    String route = "POST " + BASE + "/query";

    assertThat(complaints(route, answer, "\"count\"", "\"number\"")).isNotEmpty();
    assertThat(complaints(route, answer, "\"quality\":90", "\"quality\":90,\"x\":1")).isNotEmpty();
    assertThat(complaints(route, answer, "\"value\":200", "\"value\":[200]")).isNotEmpty();
    assertThat(complaints(route, answer, "", "")).isEmpty();
    assertThat(ApiDocument.complaints(route, new ApiAnswer(204, Map.of(), ""))).isNotEmpty();
  }

  private static List<String> complaints(
      String route, ApiAnswer answer, String sound, String changed) {
    String body = sound.isEmpty() ? answer.body() : answer.body().replace(sound, changed);
    return ApiDocument.complaints(route, new ApiAnswer(answer.status(), answer.headers(), body));
  }

  @Test
  void ofSending() {
    documented(200, "POST " + DEVICE + "/telemetry", world.send("d1", GOOD));
    documented(422, "POST " + DEVICE + "/telemetry", world.send("d1", "{}"));
    documented(422, "POST " + DEVICE + "/telemetry/batch", world.batch("d1", batch("{}")));
    documented(
        200,
        "POST /bulk",
        world.bulk("{\"d1\": [%s], \"d 2\": [{}], \"d3\": [{}]}".formatted(GOOD)));
  }

  @Test
  void ofDefinitions() {
    documented(200, "GET /metrics", world.definitions());
    documented(200, "GET /metrics/{name}", world.definition("temp"));
    documented(404, "GET /metrics/{name}", world.definition("other"));
    documented(200, "PUT /metrics/{name}", world.redefine("temp", "{\"unit\": \"K\"}"));
    documented(
        409, "POST /metrics", world.define("{\"name\": \"temp\", \"data_type\": \"string\"}"));
    documented(422, "POST /metrics", world.define("{}"));
  }

  @Test
  void ofQueries() {
    ApiAnswer all = world.query(question(Map.of()));
    assertThat(all.json().path("count").intValue()).isEqualTo(3);
    assertThat(all.body()).contains("\"out_of_range\":true", "\"metadata\":{");
    documented(200, "POST /query", all);
    documented(200, "POST /query", world.query(question(Map.of("limit", 1))));
    documented(200, "POST /query", world.query(question(Map.of("aggregation", "p95"))));
    documented(200, "POST /query", world.query(question(Map.of("aggregation", "last"))));
    documented(422, "POST /query", world.query(Map.of()));
  }

  private static Map<String, Object> question(Map<String, Object> more) {
    Map<String, Object> question = new HashMap<>(RANGE);
    question.put("metrics", List.of("temp", "state"));
    question.putAll(more);
    return question;
  }

  @Test
  void ofOneMetric() {
    String metric = DEVICE + "/metrics/{name}";
    documented(200, "GET " + metric + "/latest", get(metric + "/latest", TEMP, Map.of()));
    documented(
        404,
        "GET " + metric + "/latest",
        get(metric + "/latest", Map.of("device_id", "d9", "name", "temp"), Map.of()));
    documented(200, "GET " + metric + "/range", get(metric + "/range", TEMP, Map.of()));
    documented(
        200,
        "GET " + metric + "/range",
        get(metric + "/range", TEMP, Map.of("aggregation", "max", "interval", "3600")));
    documented(
        422, "GET " + metric + "/range", get(metric + "/range", TEMP, Map.of("time_range", "2h")));
  }

  private ApiAnswer get(String path, Map<String, String> values, Map<String, String> parameters) {
    return world.get(path, values, parameters);
  }

  @Test
  void ofAggregations() {
    Map<String, String> parameters = new HashMap<>(RANGE);
    parameters.putAll(Map.of("metric_name", "temp", "interval", "3600"));
    documented(200, "GET /aggregated", get("/aggregated", Map.of(), parameters));
    parameters.put("device_id", "d1");
    documented(200, "GET /aggregated", get("/aggregated", Map.of(), parameters));
    documented(422, "GET /aggregated", get("/aggregated", Map.of(), Map.of()));
  }

  @Test
  void ofFigures() {
    for (String device : List.of("d1", "nobody")) {
      Map<String, String> path = Map.of("device_id", device);
      documented(200, "GET " + DEVICE + "/stats", get(DEVICE + "/stats", path, Map.of()));
      documented(200, "GET " + DEVICE + "/metrics", get(DEVICE + "/metrics", path, Map.of()));
    }
    world
        .stores
        .figures()
        .add(
            TelemetryWorld.ORGANIZATION,
            TelemetryWorld.NOW.getEpochSecond() / 3_600,
            "b",
            new Figures(1, 3, 100, 0));
    documented(200, "GET /stats", get("/stats", Map.of(), Map.of()));
  }
}
