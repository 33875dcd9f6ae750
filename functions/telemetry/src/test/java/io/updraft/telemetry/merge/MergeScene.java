package io.updraft.telemetry.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.dynamodb.Dynamo;
import io.updraft.telemetry.StoredBlocks;
import io.updraft.telemetry.TelemetryWorld;
import io.updraft.telemetry.domain.Backlog.Device;
import io.updraft.telemetry.domain.MergeStore;
import io.updraft.telemetry.dynamodb.DynamoMergeStore;
import io.updraft.testing.ApiAnswer;
import io.updraft.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** One device whose arrivals are merged, with all that has to be read of it. */
final class MergeScene {
  /** Noon of the day before the present one. */
  static final Instant NOON = TelemetryWorld.NOW.minus(Duration.ofDays(1));

  private static final int BATCH = 1_000;

  final TelemetryWorld world;
  final StoredBlocks blocks;
  private final TestDatabase database;
  private final String device;
  private final Map<String, NavigableMap<Instant, String>> expected = new HashMap<>();
  private final Map<String, Integer> damaged = new HashMap<>();

  MergeScene(TestDatabase database, String device) {
    this.database = database;
    this.world = new TelemetryWorld(database);
    this.blocks = new StoredBlocks(database, device);
    this.device = device;
  }

  /** Sends points of a metric, as many as are said from a time on, all with one value. */
  void send(String metric, Instant first, Duration step, int count, int value) {
    for (int from = 0; from < count; from += BATCH) {
      String points =
          IntStream.range(from, Math.min(count, from + BATCH))
              .mapToObj(i -> point(metric, first.plus(step.multipliedBy(i)), value))
              .collect(Collectors.joining(","));
      ApiAnswer answer = world.batch(device, "{\"data_points\": [" + points + "]}");
      assertThat(answer.json().path("failed_count").intValue()).as("%s", answer).isZero();
    }
  }

  private String point(String metric, Instant time, int value) {
    expected.computeIfAbsent(metric, _ -> new TreeMap<>()).put(time, Integer.toString(value));
    return """
        {"timestamp": "%s", "metric_name": "%s", "value": %d}"""
        .formatted(time, metric, value);
  }

  /** From now on nothing of what was sent of the metric is found, but so many damaged blocks. */
  void lost(String metric, int blocksDamaged) {
    expected.put(metric, new TreeMap<>());
    damaged.put(metric, blocksDamaged);
  }

  MergeStore store() {
    return store(database.client());
  }

  private MergeStore store(DynamoDbClient client) {
    return new DynamoMergeStore(new Dynamo(client), world.stores.tables());
  }

  /** How many arrivals a merger has merged; 0 for one that gave way. */
  int merge(MergeStore store) {
    return new MergeDevice(store, world.stores.definitions(), world.clock)
        .merge(new Device(TelemetryWorld.ORGANIZATION, device));
  }

  int merge(DynamoDbClient client) {
    return merge(store(client));
  }

  int merge() {
    return merge(store());
  }

  /** Asserts that each point is read once, with its last value. */
  void verify() {
    expected.forEach(
        (metric, points) -> {
          ApiAnswer answer = asked(metric);
          assertThat(TelemetryWorld.values(answer))
              .as(metric)
              .isEqualTo(List.copyOf(points.values()));
          assertThat(answer.json().path("damaged_blocks").intValue())
              .as(metric)
              .isEqualTo(damaged.getOrDefault(metric, 0));
        });
  }

  private ApiAnswer asked(String metric) {
    return world.query(
        Map.of(
            "metrics",
            List.of(metric),
            "devices",
            List.of(device),
            "start_time",
            "2026-11-20T00:00:00Z",
            "end_time",
            "2026-11-30T00:00:00Z",
            "limit",
            10_000));
  }

  /** Damaged blocks that the device's figures tell of. */
  int damagedSoFar() {
    return world
        .get("/devices/{device_id}/stats", Map.of("device_id", device), Map.of())
        .json()
        .path("damaged_blocks")
        .intValue();
  }

  /** Asserts the same of the parts alone, when readers have left the arrivals behind. */
  void verifyMerged() {
    world.clock.advance(Duration.ofMinutes(1));
    blocks.deleteArrivals();
    verify();
  }
}
