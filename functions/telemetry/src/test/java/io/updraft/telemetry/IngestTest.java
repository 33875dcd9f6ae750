package io.updraft.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.testing.ApiAnswer;
import io.updraft.testing.ApiCall;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoDbServer.class)
class IngestTest {
  private static final String NOON = "2026-11-25T12:00:00Z";

  private final TestDatabase database;
  private TelemetryWorld world;

  IngestTest(TestDatabase database) {
    this.database = database;
    this.world = new TelemetryWorld(database);
  }

  @BeforeEach
  void clear() {
    database.clearWithoutStreams();
    world = new TelemetryWorld(database);
  }

  private static String point(String time, String value) {
    return """
        {"timestamp": "%s", "metric_name": "temp", "value": %s}"""
        .formatted(time, value);
  }

  private static String batch(String... points) {
    return "{\"data_points\": [" + String.join(",", points) + "]}";
  }

  private ApiAnswer temp() {
    return world.query(
        Map.of(
            "metrics",
            List.of("temp"),
            "devices",
            List.of("d1"),
            "start_time",
            "2026-08-28T00:00:00Z",
            "end_time",
            "2026-11-25T13:00:00Z"));
  }

  @Test
  void keepsOnePointAsItCame() {
    ApiAnswer answer =
        world.send(
            "d1",
            """
            {"timestamp": "2026-11-25T13:00:00.123456789+01:00", "metric_name": " temp ",
             "value": 21.50, "unit": "°C", "tags": {"room": "7"}, "metadata": {"a": 1.10},
             "quality": 90, "unheard_of": [1]}""");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo("{\"success\":true,\"device_id\":\"d1\",\"metric_name\":\"temp\"}");
    assertThat(temp().body())
        .contains(
            "{\"device_id\":\"d1\",\"metric_name\":\"temp\","
                + "\"timestamp\":\"2026-11-25T12:00:00.123456789Z\",\"value\":21.5,"
                + "\"unit\":\"°C\",\"tags\":{\"room\":\"7\"},\"metadata\":{\"a\":1.10},"
                + "\"quality\":90}");
    assertThat(world.contacts).containsExactly("d1");
  }

  @Test
  void numbersComeBackExactly() {
    List<String> numbers =
        List.of(
            "9007199254740993",
            "-9223372036854775808",
            "123456789012345678901234567890",
            "-0.0",
            "4.9E-324",
            "1.7976931348623157E308",
            "0.1",
            "0.1000000000000000055511151231257827",
            "1.0E-7");
    String points =
        IntStream.range(0, numbers.size())
            .mapToObj(i -> point("2026-11-25T11:00:%02dZ".formatted(i), numbers.get(i)))
            .collect(Collectors.joining(","));

    assertThat(world.batch("d1", batch(points)).status()).isEqualTo(200);

    String body = temp().body();
    assertThat(numbers)
        .allSatisfy(number -> assertThat(body).contains("\"value\":" + number + ","));
  }

  @Test
  void otherTypesComeBackToo() {
    world.batch(
        "d1",
        batch(
            point("2026-11-25T11:00:00Z", "true"),
            point("2026-11-25T11:00:01Z", "\"ok ✓\""),
            point("2026-11-25T11:00:02Z", "{\"b\": 1, \"a\": [1.0, null]}"),
            point("2026-11-25T11:00:03Z", "12")));

    assertThat(TelemetryWorld.values(temp()))
        .containsExactly("true", "\"ok ✓\"", "{\"b\":1,\"a\":[1.0,null]}", "12");
  }

  @Test
  void judgesPointsOneByOne() {
    ApiAnswer answer =
        world.batch(
            "d1",
            batch(
                point(NOON, "1"),
                "7",
                "{}",
                point("2026-11-25T12:00:00", "1"),
                point("2026-11-25T12:05:00.001Z", "1"),
                point("2026-08-27T11:59:59.999Z", "1"),
                point("2026-11-25T12:05:00Z", "2"),
                point("2026-08-27T12:00:00Z", "3"),
                point(NOON, "[1]"),
                point(NOON, "1e999"),
                """
                {"timestamp": "%s", "metric_name": "a b", "value": 1}"""
                    .formatted(NOON),
                """
                {"timestamp": "%s", "metric_name": "temp", "value": 1, "quality": 101}"""
                    .formatted(NOON),
                """
                {"timestamp": "%s", "metric_name": "temp", "value": 1, "tags": {"a": 1}}"""
                    .formatted(NOON),
                """
                {"timestamp": "%s", "metric_name": "temp", "value": 1, "tags": {%s}}"""
                    .formatted(NOON, tags(21)),
                """
                {"timestamp": "%s", "metric_name": "temp", "value": 1, "metadata": {"m": "%s"}}"""
                    .formatted(NOON, "x".repeat((10 << 10) - 8)),
                """
                {"timestamp": "%s", "metric_name": "temp", "value": 1, "unit": "%s"}"""
                    .formatted(NOON, "u".repeat(21))));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("ingested_count").intValue()).isEqualTo(3);
    assertThat(answer.json().path("failed_count").intValue()).isEqualTo(13);
    assertThat(answer.json().path("total_count").intValue()).isEqualTo(16);
    assertThat(answer.json().path("errors"))
        .extracting(e -> e.path("index").intValue() + " " + e.path("field").textValue())
        .containsExactly(
            "1 ",
            "2 timestamp",
            "3 timestamp",
            "4 timestamp",
            "5 timestamp",
            "8 value",
            "9 value",
            "10 metric_name",
            "11 quality",
            "12 tags.a",
            "13 tags",
            "14 metadata",
            "15 unit");
    assertThat(TelemetryWorld.values(temp())).containsExactly("1", "2");
  }

  private static String tags(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"t%d\": \"v\"".formatted(i))
        .collect(Collectors.joining(","));
  }

  @Test
  void refusesABatchWithoutAGoodPoint() {
    ApiAnswer answer = world.batch("d1", batch(point("yesterday", "1"), point(NOON, "null")));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.wrongFields())
        .containsExactly("data_points[0].timestamp", "data_points[1].value");
    assertThat(TelemetryWorld.values(temp())).isEmpty();
    assertThat(world.contacts).isEmpty();
  }

  @Test
  void refusesWhatIsNoBatch() {
    assertThat(world.batch("d1", "{\"data_points\": [").status()).isEqualTo(400);
    assertThat(world.batch("d1", batch(point(NOON, "NaN"))).status()).isEqualTo(400);
    assertThat(world.batch("d1", "{\"data_points\": []}").status()).isEqualTo(422);
    assertThat(world.batch("d1", "{}").wrongFields()).containsExactly("data_points");
    assertThat(world.batch("d1", "{\"data_points\": {}}").status()).isEqualTo(422);
    assertThat(world.batch("d1", batch(point(NOON, "1")) + "{}").status()).isEqualTo(400);
    String[] many = new String[1_001];
    Arrays.fill(many, point(NOON, "1"));
    assertThat(world.batch("d1", batch(many)).body()).contains("1 to 1000 entries, not 1001");
    assertThat(world.batch("d1").body("text/plain", "x").on(world.ingest()).status())
        .isEqualTo(415);
  }

  @Test
  void takesGzip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(batch(point(NOON, "1")).getBytes(StandardCharsets.UTF_8));
    }

    ApiAnswer answer =
        world
            .batch("d1")
            .body("application/json", bytes.toByteArray())
            .header("content-encoding", "gzip")
            .on(world.ingest());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(TelemetryWorld.values(temp())).containsExactly("1");
  }

  @Test
  void theLastOfOneTimeWins() {
    world.batch("d1", batch(point(NOON, "1"), point(NOON, "2")));
    assertThat(TelemetryWorld.values(temp())).containsExactly("2");

    world.send("d1", point("2026-11-25T11:00:00Z", "9"));
    world.send("d1", point("2026-11-25T11:00:00Z", "8"));
    world.send("d1", point(NOON, "3"));

    assertThat(TelemetryWorld.values(temp())).containsExactly("8", "3");
  }

  @Test
  void aRepeatedBatchIsAnsweredAsTheFirstAndStoredOnce() {
    String first = "{\"batch_id\": \"b-1\", \"data_points\": [%s, {}]}".formatted(point(NOON, "1"));
    String other = "{\"batch_id\": \"b-1\", \"data_points\": [%s]}".formatted(point(NOON, "5"));
    ApiAnswer answered = world.batch("d1", first);

    world.clock.advance(Duration.ofHours(23));
    assertThat(world.batch("d1", other).body()).isEqualTo(answered.body());
    assertThat(world.batch("d1", "{\"batch_id\": \"b-1\", \"data_points\": [7]}").body())
        .isEqualTo(answered.body());
    assertThat(TelemetryWorld.values(temp())).containsExactly("1");

    world.clock.advance(Duration.ofHours(2));
    assertThat(world.batch("d1", other).json().path("total_count").intValue()).isEqualTo(1);
    assertThat(TelemetryWorld.values(temp())).containsExactly("5");
  }

  @Test
  void aDeviceWritesForItselfOnly() {
    ApiAnswer answer =
        ApiCall.of("POST /api/v1/telemetry/devices/{device_id}/telemetry")
            .path("device_id", "d2")
            .asDevice(TelemetryWorld.ORGANIZATION, "d1")
            .json(point(NOON, "1"))
            .on(world.ingest());

    assertThat(answer.status()).isEqualTo(404);
    assertThat(world.contacts).isEmpty();
  }

  @Test
  void bulkTellsOfEachDevice() {
    ApiAnswer answer =
        world.bulk(
            "{\"d1\": [%s], \"d2\": [{}], \"d 3\": [%s]}"
                .formatted(point(NOON, "1"), point(NOON, "1")));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("total_devices").intValue()).isEqualTo(3);
    assertThat(answer.json().at("/results/d1/success").booleanValue()).isTrue();
    assertThat(answer.json().at("/results/d2/errors/0/field").textValue()).isEqualTo("timestamp");
    assertThat(answer.json().at("/results/d 3/success").booleanValue()).isFalse();
    assertThat(TelemetryWorld.values(temp())).containsExactly("1");
  }

  @Test
  void aContactIsToldOnceADay() {
    for (int hour = 0; hour < 30; hour++) {
      world.send("d1", point(world.clock.instant().toString(), "1"));
      world.clock.advance(Duration.ofHours(1));
    }

    assertThat(world.contacts).containsExactly("d1", "d1");
  }
}
