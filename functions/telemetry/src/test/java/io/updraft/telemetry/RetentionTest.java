package io.updraft.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.telemetry.dynamodb.DynamoArrivals;
import io.updraft.telemetry.intake.Arrivals.FirstPoints;
import io.updraft.telemetry.intake.Arrivals.News;
import io.updraft.testing.ApiAnswer;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is found when some of a metric's points are gone, or never came. */
@ExtendWith(DynamoDbServer.class)
class RetentionTest {
  private static final String BRIEF =
      "{\"name\": \"temp\", \"data_type\": \"numeric\", \"retention_days\": %d}";

  /** Noon of the day before. */
  private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");

  private final TestDatabase database;
  private final StoredBlocks blocks;
  private TelemetryWorld world;

  RetentionTest(TestDatabase database) {
    this.database = database;
    this.blocks = new StoredBlocks(database, "d1");
    this.world = new TelemetryWorld(database);
  }

  @BeforeEach
  void clear() {
    database.clearWithoutStreams();
    world = new TelemetryWorld(database);
  }

  private void send(Instant first, int count, int value) {
    for (int from = 0; from < count; from += 1_000) {
      String points =
          IntStream.range(from, Math.min(count, from + 1_000))
              .mapToObj(i -> point(first.plusSeconds(5L * i), value))
              .collect(Collectors.joining(","));
      ApiAnswer answer = world.batch("d1", "{\"data_points\": [" + points + "]}");
      assertThat(answer.json().path("failed_count").asInt(-1)).as("%s", answer).isZero();
    }
  }

  private static String point(Instant time, int value) {
    return """
        {"timestamp": "%s", "metric_name": "temp", "value": %d}"""
        .formatted(time, value);
  }

  private void mergeAt(String time) {
    world.clock.set(Instant.parse(time));
    world.merge();
    world.clock.advance(Duration.ofMinutes(1));
  }

  private List<String> found(String start, String end) {
    return TelemetryWorld.values(
        world.query(
            Map.of(
                "metrics",
                List.of("temp"),
                "devices",
                List.of("d1"),
                "start_time",
                start,
                "end_time",
                end,
                "limit",
                10_000)));
  }

  /**
   * A day in two parts. The first goes with the old retention, the second stays with the new, and
   * then points come that are older than all of the second.
   */
  @Test
  void aDayWhoseFirstPartIsGoneTakesPointsAtItsBeginning() {
    world.define(BRIEF.formatted(1));
    send(START, 5_000, 1);
    mergeAt("2026-11-25T13:00:00Z");
    world.redefine("temp", BRIEF.formatted(10));
    send(Instant.parse("2026-11-24T18:00:00Z"), 1, 2);
    mergeAt("2026-11-25T20:00:00Z");
    world.clock.set(Instant.parse("2026-11-26T01:00:00Z"));
    blocks.expire(world.clock.instant().getEpochSecond());
    assertThat(found("2026-11-24T00:00:00Z", "2026-11-25T00:00:00Z")).hasSize(1_000);

    send(Instant.parse("2026-11-24T13:00:00Z"), 1, 3);
    send(Instant.parse("2026-11-24T18:10:00Z"), 1, 3);
    mergeAt("2026-11-26T09:00:00Z");

    assertThat(found("2026-11-24T12:30:00Z", "2026-11-24T14:00:00Z")).containsExactly("3");
    assertThat(found("2026-11-24T00:00:00Z", "2026-11-25T00:00:00Z")).hasSize(1_001);
    assertThat(found("2026-11-24T18:00:00Z", "2026-11-24T18:00:05Z")).containsExactly("2");
    assertThat(found("2026-11-24T18:10:00Z", "2026-11-24T18:10:05Z")).containsExactly("3");
  }

  /**
   * A sender that fails after its metric was made findable, with a later time than what follows.
   */
  @Test
  void theLatestIsFoundWhereALaterOneWasAnnouncedAndNeverKept() {
    long never = TelemetryWorld.NOW.getEpochSecond() * 1_000_000_000L;
    new DynamoArrivals(world.stores.dynamo(), world.stores.tables())
        .note(
            TelemetryWorld.ORGANIZATION,
            "d1",
            new News(
                List.of(new FirstPoints("temp", never, never)),
                TelemetryWorld.NOW,
                TelemetryWorld.NOW));
    assertThat(latest().status()).isEqualTo(404);

    send(START, 3, 7);
    assertThat(latest().text("timestamp")).isEqualTo("2026-11-24T12:00:10.000Z");
    mergeAt("2026-11-25T13:00:00Z");

    assertThat(latest().text("timestamp")).isEqualTo("2026-11-24T12:00:10.000Z");
  }

  private ApiAnswer latest() {
    return world.get(
        "/devices/{device_id}/metrics/{name}/latest",
        Map.of("device_id", "d1", "name", "temp"),
        Map.of());
  }
}
