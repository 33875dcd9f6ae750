package io.updraft.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.testing.ApiAnswer;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoDbServer.class)
class QueryTest {
  private static final Instant START = Instant.parse("2026-11-25T10:00:00Z");
  private static final String METRIC = "/devices/{device_id}/metrics/{name}";

  private final TestDatabase database;
  private TelemetryWorld world;

  QueryTest(TestDatabase database) {
    this.database = database;
    this.world = new TelemetryWorld(database);
  }

  @BeforeEach
  void send() {
    database.clearWithoutStreams();
    world = new TelemetryWorld(database);
    for (String device : List.of("d1", "d2", "d3")) {
      String points =
          IntStream.range(0, 10)
              .mapToObj(i -> point(i, device.charAt(1) - '0' + 10 * i, i % 2 == 0 ? "a" : "b"))
              .collect(Collectors.joining(","));
      world.batch(device, "{\"data_points\": [" + points + "]}");
    }
    world.batch(
        "d2",
        "{\"data_points\": [{\"timestamp\": \"2026-11-25T10:00:00Z\", \"metric_name\": \"note\","
            + " \"value\": \"=1+1, \\\"x\\\"\", \"unit\": \"u\", \"tags\": {\"k\": \"v\"}}]}");
  }

  private static String point(int minute, int value, String room) {
    return """
        {"timestamp": "%s", "metric_name": "temp", "value": %d, "tags": {"room": "%s"}}"""
        .formatted(START.plus(Duration.ofMinutes(minute)), value, room);
  }

  private static Map<String, Object> question(Object... more) {
    Map<String, Object> question =
        new HashMap<>(
            Map.of(
                "metrics", List.of("temp"),
                "start_time", START.toString(),
                "end_time", START.plus(Duration.ofHours(1)).toString()));
    for (int i = 0; i < more.length; i += 2) {
      question.put((String) more[i], more[i + 1]);
    }
    return question;
  }

  @Test
  void findsThePointsOfAllDevices() {
    ApiAnswer answer = world.query(question());

    assertThat(answer.json().path("count").intValue()).isEqualTo(30);
    assertThat(answer.json().path("next_cursor").isNull()).isTrue();
    assertThat(TelemetryWorld.each(answer, "device_id")).startsWith("\"d1\"").endsWith("\"d3\"");
    assertThat(TelemetryWorld.values(answer).subList(8, 12)).containsExactly("81", "91", "2", "12");
  }

  @Test
  void goesOnAfterACursor() {
    List<String> all = new ArrayList<>();
    String cursor = "";
    do {
      ApiAnswer answer =
          world.query(
              cursor.isEmpty() ? question("limit", 7) : question("limit", 7, "cursor", cursor));
      all.addAll(TelemetryWorld.values(answer));
      cursor = answer.json().path("next_cursor").asText("");
    } while (!cursor.isEmpty() && !cursor.equals("null"));

    assertThat(all).isEqualTo(TelemetryWorld.values(world.query(question()))).hasSize(30);
  }

  @Test
  void aCursorOfAnotherQuestionIsRefused() {
    String cursor = world.query(question("limit", 7)).text("/next_cursor");

    assertThat(world.query(question("cursor", cursor, "devices", List.of("d1"))).status())
        .isEqualTo(400);
  }

  @Test
  void narrowsByDevicesTagsAndTime() {
    ApiAnswer answer =
        world.query(
            question(
                "devices", List.of("d3", "d1", "nobody"),
                "filters", Map.of("room", "b"),
                "end_time", START.plus(Duration.ofMinutes(3)).toString()));

    assertThat(TelemetryWorld.values(answer)).containsExactly("11", "13");
  }

  @Test
  void aggregatesEachSeries() {
    ApiAnswer answer =
        world.query(question("aggregation", "avg", "interval", 300, "devices", List.of("d1")));

    assertThat(TelemetryWorld.values(answer)).containsExactly("21.0", "71.0");
    assertThat(TelemetryWorld.each(answer, "count")).containsExactly("5", "5");
    assertThat(TelemetryWorld.each(answer, "timestamp"))
        .containsExactly("\"2026-11-25T10:00:00.000Z\"", "\"2026-11-25T10:05:00.000Z\"");
  }

  @Test
  void aggregatesAllDevicesAsOne() {
    ApiAnswer answer = aggregated("aggregation_type", "max", "interval", "3600");

    assertThat(TelemetryWorld.values(answer)).containsExactly("93");
    assertThat(TelemetryWorld.each(answer, "count")).containsExactly("30");
  }

  private ApiAnswer aggregated(String... more) {
    Map<String, String> parameters =
        new HashMap<>(
            Map.of(
                "metric_name", "temp",
                "start_time", START.toString(),
                "end_time", START.plus(Duration.ofHours(1)).toString()));
    for (int i = 0; i < more.length; i += 2) {
      parameters.put(more[i], more[i + 1]);
    }
    return world.get("/aggregated", Map.of(), parameters);
  }

  @Test
  void showsTheLatestAndTheRange() {
    Map<String, String> path = Map.of("device_id", "d2", "name", "temp");

    assertThat(world.get(METRIC + "/latest", path, Map.of()).text("/value")).isEqualTo("92");
    assertThat(TelemetryWorld.values(world.get(METRIC + "/range", path, Map.of()))).hasSize(10);
    assertThat(
            TelemetryWorld.values(
                world.get(
                    METRIC + "/range",
                    path,
                    Map.of("time_range", "6h", "aggregation", "p95", "interval", "86400"))))
        .containsExactly("87.5");
    Map<String, String> nobody = Map.of("device_id", "d9", "name", "temp");
    assertThat(world.get(METRIC + "/latest", nobody, Map.of()).status()).isEqualTo(404);
  }

  @Test
  void namesTheMetricsOfADevice() {
    ApiAnswer answer =
        world.get("/devices/{device_id}/metrics", Map.of("device_id", "d2"), Map.of());

    assertThat(answer.body())
        .isEqualTo(
            "{\"device_id\":\"d2\",\"metrics\":[{\"metric_name\":\"note\","
                + "\"first_time\":\"2026-11-25T10:00:00.000Z\","
                + "\"last_time\":\"2026-11-25T10:00:00.000Z\"},{\"metric_name\":\"temp\","
                + "\"first_time\":\"2026-11-25T10:00:00.000Z\","
                + "\"last_time\":\"2026-11-25T10:09:00.000Z\"}],\"count\":2}");
  }

  @Test
  void exportsCsv() {
    ApiAnswer answer =
        world.get(
            "/export/csv",
            Map.of(),
            Map.of(
                "metric_names",
                "temp,note",
                "device_ids",
                "d2",
                "start_time",
                START.toString(),
                "end_time",
                START.plus(Duration.ofMinutes(2)).toString()));

    assertThat(answer.headers().get("content-type")).startsWith("text/csv");
    assertThat(answer.body())
        .isEqualTo(
            "timestamp,device_id,metric_name,value,unit,tags\r\n"
                + "2026-11-25T10:00:00.000Z,d2,note,\"=1+1, \"\"x\"\"\",u,k=v\r\n"
                + "2026-11-25T10:00:00.000Z,d2,temp,2,,room=a\r\n"
                + "2026-11-25T10:01:00.000Z,d2,temp,12,,room=b\r\n");
  }

  @Test
  void refusesQuestionsThatAreWrong() {
    assertThat(world.query(Map.of()).wrongFields())
        .containsExactlyInAnyOrder("metrics", "start_time", "end_time");
    assertThat(world.query(question("end_time", START.toString())).wrongFields())
        .containsExactly("end_time");
    assertThat(world.query(question("start_time", "2026-08-01T00:00:00Z")).wrongFields())
        .containsExactly("end_time");
    assertThat(
            world
                .query(
                    question(
                        "metrics",
                        List.of("a b"),
                        "aggregation",
                        "mode",
                        "interval",
                        59,
                        "limit",
                        10_001,
                        "devices",
                        List.of("d 1")))
                .wrongFields())
        .containsExactlyInAnyOrder("metrics", "devices", "aggregation", "interval", "limit");
    assertThat(aggregated("start_time", "2026-09-01T00:00:00Z", "interval", "60").wrongFields())
        .containsExactly("interval");
    assertThat(aggregated("metric_name", "", "aggregation_type", "x").wrongFields())
        .containsExactlyInAnyOrder("metric_name", "aggregation_type");
  }

  @Test
  void anotherOrganizationSeesNothing() {
    ApiAnswer answer = world.query("other", question());

    assertThat(answer.json().path("count").intValue()).isZero();
  }
}
