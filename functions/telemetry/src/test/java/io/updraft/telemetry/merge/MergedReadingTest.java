package io.updraft.telemetry.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.telemetry.TelemetryWorld;
import io.updraft.testing.ApiAnswer;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Whatever arrives in whatever order, and whenever merging runs in between: what is read is, of
 * each metric and time, what arrived last.
 */
@ExtendWith(DynamoDbServer.class)
class MergedReadingTest {
  private static final List<String> METRICS = List.of("level", "state", "temp");

  private final TestDatabase database;

  MergedReadingTest(TestDatabase database) {
    this.database = database;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void readsTheLastOfEachTime(long seed) {
    database.clearWithoutStreams();
    TelemetryWorld world = new TelemetryWorld(database);
    Random random = new Random(seed);
    Map<String, NavigableMap<Instant, String>> expected = new HashMap<>();
    for (int step = 0; step < 60; step++) {
      send(world, random, expected);
      world.clock.advance(Duration.ofSeconds(random.nextInt(400)));
      if (random.nextInt(3) == 0) {
        world.merge();
      }
      if (step % 5 == 0) {
        verify(world, expected);
      }
    }
    world.clock.advance(Duration.ofDays(2));
    world.merge();
    verify(world, expected);
    rest(world);
    arrivals().forEach(this::damage);
    verify(world, expected);
  }

  /** A device from which nothing comes is merged to the end, and then left alone. */
  private static void rest(TelemetryWorld world) {
    for (int run = 0; run < 4; run++) {
      world.clock.advance(Duration.ofHours(7));
      world.merge();
    }
    assertThat(world.waiting()).isZero();
  }

  private List<Map<String, AttributeValue>> arrivals() {
    String table = database.table("ArrivalsTable");
    return database.client().scanPaginator(r -> r.tableName(table)).items().stream().toList();
  }

  /** What has been merged is not read any more. */
  private void damage(Map<String, AttributeValue> item) {
    Map<String, AttributeValue> damaged = new HashMap<>(item);
    damaged.put("block", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] {1, 2, 3})));
    database.client().putItem(r -> r.tableName(database.table("ArrivalsTable")).item(damaged));
  }

  private static void send(
      TelemetryWorld world, Random random, Map<String, NavigableMap<Instant, String>> expected) {
    List<String> points = new ArrayList<>();
    int count = 1 + random.nextInt(60);
    for (int i = 0; i < count; i++) {
      String metric = METRICS.get(random.nextInt(METRICS.size()));
      Instant time = world.clock.instant().minusSeconds(30L * random.nextInt(9_000));
      Instant rounded = Instant.ofEpochSecond(time.getEpochSecond() / 60 * 60);
      String value = metric.equals("state") ? "\"s" + random.nextInt(3) + "\"" : number(random);
      points.add(
          """
          {"timestamp": "%s", "metric_name": "%s", "value": %s}"""
              .formatted(rounded, metric, value));
      expected.computeIfAbsent(metric, _ -> new TreeMap<>()).put(rounded, value);
    }
    String body = "{\"data_points\": [" + String.join(",", points) + "]}";
    assertThat(world.batch("d1", body).status()).isEqualTo(200);
  }

  private static String number(Random random) {
    return Double.toString(random.nextInt(10_000) / 100.0);
  }

  private static void verify(
      TelemetryWorld world, Map<String, NavigableMap<Instant, String>> expected) {
    expected.forEach(
        (metric, points) -> {
          ApiAnswer answer =
              world.query(
                  Map.of(
                      "metrics",
                      List.of(metric),
                      "start_time",
                      "2026-11-20T00:00:00Z",
                      "end_time",
                      "2026-12-20T00:00:00Z",
                      "limit",
                      10_000));
          assertThat(TelemetryWorld.values(answer)).isEqualTo(List.copyOf(points.values()));
          assertThat(latest(world, metric)).isEqualTo(points.lastEntry().getValue());
        });
  }

  private static String latest(TelemetryWorld world, String metric) {
    return world
        .get(
            "/devices/{device_id}/metrics/{name}/latest",
            Map.of("device_id", "d1", "name", metric),
            Map.of())
        .json()
        .path("value")
        .toString();
  }
}
