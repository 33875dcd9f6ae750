package io.updraft.telemetry.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.telemetry.TelemetryWorld;
import io.updraft.testing.ApiAnswer;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What telemetry costs in request units, as the database counts them. */
@ExtendWith(DynamoDbServer.class)
class TelemetryCapacityTest {
  private static final int METRICS = 10;

  private final TestDatabase database;
  private TelemetryWorld world;

  TelemetryCapacityTest(TestDatabase database) {
    this.database = database;
    this.world = new TelemetryWorld(database);
  }

  @BeforeEach
  void clear() {
    database.clearWithoutStreams();
    world = new TelemetryWorld(database);
  }

  /** A hundred seconds of ten drifting gauges, at the millisecond that they happened to have. */
  private static String thousand(Instant start, Random random, String batchId) {
    return "{\"batch_id\":\"%s\",\"data_points\":[%s]}"
        .formatted(batchId, gauges(start, 100, random));
  }

  private static String gauges(Instant start, int seconds, Random random) {
    List<String> points = new ArrayList<>();
    for (int second = 0; second < seconds; second++) {
      Instant time = start.plusSeconds(second).plusMillis(random.nextInt(5));
      for (int metric = 0; metric < METRICS; metric++) {
        points.add(
            String.format(
                Locale.ROOT,
                "{\"timestamp\":\"%s\",\"metric_name\":\"gauge_%d\",\"value\":%.1f,\"unit\":\"C\"}",
                time,
                metric,
                20 + metric + Math.sin(second / 30.0) + random.nextInt(3) / 10.0));
      }
    }
    return String.join(",", points);
  }

  private void hundredBatches() {
    Random random = new Random(7);
    Instant start = TelemetryWorld.NOW.minus(Duration.ofSeconds(10_000));
    for (int batch = 0; batch < 100; batch++) {
      String body = thousand(start.plusSeconds(100L * batch), random, "b" + batch);
      assertThat(world.batch("d1", body).status()).isEqualTo(200);
    }
  }

  @Test
  void aBatchOfAThousandPoints() {
    world.batch("d1", thousand(TelemetryWorld.NOW.minusSeconds(500), new Random(1), "first"));
    database.consumed().reset();

    world.batch("d1", thousand(TelemetryWorld.NOW.minusSeconds(300), new Random(2), "second"));

    assertThat(database.consumed().writeUnits()).isLessThanOrEqualTo(12);
    assertThat(database.consumed().readUnits()).isLessThanOrEqualTo(1.5);
  }

  /** What {@code scripts/cost} reckons with. */
  @Test
  void aPointOfEachOfTenMetrics() {
    String batch = "{\"data_points\":[%s]}";
    world.batch("d1", batch.formatted(gauges(TelemetryWorld.NOW, 1, new Random(1))));
    database.consumed().reset();

    world.batch("d1", batch.formatted(gauges(TelemetryWorld.NOW, 1, new Random(2))));

    assertThat(database.consumed().writeUnits()).isEqualTo(1);
    assertThat(database.consumed().readUnits()).isLessThanOrEqualTo(1.5);
  }

  @Test
  void aSinglePoint() {
    String point =
        "{\"timestamp\": \"2026-11-25T12:00:00Z\", \"metric_name\": \"temp\", \"value\": 21.5}";
    world.send("d1", point);
    database.consumed().reset();

    world.send("d1", point);

    assertThat(database.consumed().writeUnits()).isEqualTo(1);
    assertThat(database.consumed().readUnits()).isLessThanOrEqualTo(1.5);
  }

  @Test
  void readingTenThousandPointsOfOneMetric() {
    hundredBatches();
    assertThat(readUnits()).isLessThanOrEqualTo(60);

    world.clock.advance(Duration.ofHours(1));
    world.merge();
    world.clock.advance(Duration.ofHours(1));
    assertThat(readUnits()).isLessThanOrEqualTo(25);
  }

  private double readUnits() {
    database.consumed().reset();
    ApiAnswer answer =
        world.query(
            Map.of(
                "metrics",
                List.of("gauge_3"),
                "devices",
                List.of("d1"),
                "start_time",
                "2026-11-25T00:00:00Z",
                "end_time",
                "2026-11-25T13:00:00Z",
                "limit",
                10_000));
    assertThat(answer.json().path("count").intValue()).isEqualTo(10_000);
    assertThat(database.consumed().writeUnits()).isZero();
    return database.consumed().readUnits();
  }
}
