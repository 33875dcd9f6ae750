package io.updraft.telemetry.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.telemetry.TelemetryWorld;
import io.updraft.testing.ApiAnswer;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A day of one metric at 1 Hz, in values of every 5 minutes. */
@ExtendWith(DynamoDbServer.class)
class DayOfPointsTest {
  private static final int POINTS = 86_400;
  private static final int BATCH = 1_000;
  private static final int MOST_UNITS = 10;
  private static final Instant START = TelemetryWorld.NOW.minus(Duration.ofDays(1));

  private final TestDatabase database;
  private final TelemetryWorld world;

  DayOfPointsTest(TestDatabase database) {
    this.database = database;
    database.clearWithoutStreams();
    this.world = new TelemetryWorld(database);
  }

  @Test
  void isAggregatedForTenReadUnitsBeforeAndAfterItIsMerged() {
    Random random = new Random(1);
    for (int from = 0; from < POINTS; from += BATCH) {
      assertThat(world.batch("d1", batch(from, random)).status()).isEqualTo(200);
    }
    assertThat(readUnits()).isLessThanOrEqualTo(MOST_UNITS);

    for (int i = 0; i < 3; i++) {
      world.clock.advance(Duration.ofHours(7));
      world.merge();
    }
    assertThat(world.waiting()).as("all is merged").isZero();
    assertThat(readUnits()).isLessThanOrEqualTo(MOST_UNITS);
  }

  private static String batch(int from, Random random) {
    return IntStream.range(from, Math.min(POINTS, from + BATCH))
        .mapToObj(
            second ->
                String.format(
                    Locale.ROOT,
                    "{\"timestamp\":\"%s\",\"metric_name\":\"gauge\",\"value\":%.1f}",
                    START.plusSeconds(second).plusMillis(random.nextInt(5)),
                    20 + Math.sin(second / 600.0) + random.nextInt(3) / 10.0))
        .collect(Collectors.joining(",", "{\"data_points\":[", "]}"));
  }

  private double readUnits() {
    database.consumed().reset();
    ApiAnswer answer =
        world.get(
            "/aggregated",
            Map.of(),
            Map.of(
                "metric_name", "gauge",
                "device_id", "d1",
                "aggregation_type", "avg",
                "interval", "300",
                "start_time", START.toString(),
                "end_time", START.plus(Duration.ofDays(1)).toString()));
    assertThat(answer.json().path("data_points")).as(answer.body()).hasSize(288);
    return database.consumed().readUnits();
  }
}
